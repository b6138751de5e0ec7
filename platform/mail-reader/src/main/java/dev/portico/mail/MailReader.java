package dev.portico.mail;

import dev.portico.i18n.Languages;
import dev.portico.i18n.TextFolding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/** Reads a raw message; never throws for any bytes and is bounded in time and memory. Thread-safe. */
public final class MailReader {

    private static final Instant FIRST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final List<String> PASSED_ON = List.of("fw:", "fwd:", "rv:", "reenv:", "reenviado:", "[fwd:");

    private final Limits limits;

    public MailReader(Limits limits) {
        this.limits = limits;
    }

    /** @param raw as it came from the mail server; not changed */
    public ReadMail read(byte[] raw) {
        try {
            return understood(raw);
        } catch (RuntimeException | StackOverflowError e) {
            // The guard of what anybody may send: one message must not keep the others from being read.
            return unreadable(raw);
        }
    }

    private ReadMail understood(byte[] raw) {
        var flaws = EnumSet.noneOf(Flaw.class);
        var message = Structure.of(raw, limits, flaws);
        var header = message.header();
        var subject = header.line("subject", ReadMail.LONGEST_SUBJECT);
        var sorted = Sorting.of(message, isPassedOn(subject), limits, flaws);
        return new ReadMail(
                messageId(header, flaws),
                MessageIds.references(header),
                from(header, flaws),
                Addresses.of(header, "reply-to", flaws),
                Addresses.of(header, "to", flaws),
                Addresses.of(header, "cc", flaws),
                date(header, flaws),
                subject,
                language(header, subject, sorted.body()),
                sorted.body(),
                sorted.files(),
                AuthenticationResults.of(header),
                Robots.of(message, sorted.body().text(), limits),
                List.copyOf(flaws));
    }

    private static boolean isPassedOn(String subject) {
        var folded = TextFolding.fold(subject);
        return PASSED_ON.stream().anyMatch(folded::startsWith);
    }

    private static Optional<String> messageId(Header header, Set<Flaw> flaws) {
        var ids = MessageIds.of(header, "message-id");
        if (ids.size() != 1) {
            flaws.add(Flaw.MESSAGE_ID);
        }
        return ids.stream().findFirst();
    }

    private static Optional<MailAddress> from(Header header, Set<Flaw> flaws) {
        var from = Addresses.of(header, "from", flaws);
        if (from.size() == 1 && header.all("from").size() == 1) {
            return Optional.of(from.get(0));
        }
        flaws.add(Flaw.SENDER);
        return Optional.empty();
    }

    private static Optional<Instant> date(Header header, Set<Flaw> flaws) {
        var date = header.first("date")
                .map(body -> DateTimeFieldLenientImpl.PARSER.parse(
                        new RawField("Date", PlainText.line(body, 100)), DecodeMonitor.SILENT))
                .flatMap(field -> Optional.ofNullable(field.getDate()))
                .map(java.util.Date::toInstant)
                .filter(instant -> instant.isAfter(FIRST) && instant.isBefore(LAST));
        if (date.isEmpty()) {
            flaws.add(Flaw.DATE);
        }
        return date;
    }

    /** The text's own: Exchange declares the language of the mail program, whatever is written with it. */
    private static Optional<Locale> language(Header header, String subject, Body body) {
        return Language.of(subject + '\n' + body.said()).or(() -> declared(header));
    }

    private static Optional<Locale> declared(Header header) {
        var declared = Locale.forLanguageTag(header.word("content-language"));
        return Languages.SUPPORTED.stream()
                .filter(supported -> Languages.sameLanguage(supported, declared))
                .findFirst();
    }

    private ReadMail unreadable(byte[] raw) {
        var length = Math.min(raw.length, limits.mostTextChars());
        var text = PlainText.lines(new String(raw, 0, length, StandardCharsets.ISO_8859_1))
                .strip();
        return new ReadMail(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                new Body(text, text, Optional.empty()),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(Flaw.UNREADABLE));
    }
}
