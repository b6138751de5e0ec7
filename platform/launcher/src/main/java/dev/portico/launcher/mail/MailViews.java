package dev.portico.launcher.mail;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Mails as HTML and JSON. Everything that came with a mail is escaped. */
final class MailViews {
    static final String STYLE = resource("mail.css");
    private static final String LIST = resource("list.html");
    private static final String MAIL = resource("mail.html");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MailViews() {}

    static String list(List<StoredMail> mails) {
        var rows = mails.stream().map(MailViews::row).collect(Collectors.joining());
        return LIST.replace("{count}", Integer.toString(mails.size())).replace("{rows}", rows);
    }

    private static String row(StoredMail mail) {
        var subject = mail.subject().isBlank() ? "(no subject)" : mail.subject();
        return "<tr><td>" + TIME.format(mail.receivedAt()) + "</td><td>" + escape(mail.from()) + "</td><td>"
                + escape(mail.to()) + "</td><td><a href=\"/mail/" + mail.id() + "\">" + escape(subject)
                + "</a></td></tr>\n";
    }

    static String mail(StoredMail mail) {
        var html = mail.html().isEmpty()
                ? "<p class=\"none\">This mail has no HTML part.</p>"
                : "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"HTML part\" src=\"/mail/"
                        + mail.id() + "/html\"></iframe>";
        // Each slot is split out once, so that a mail's own "{text}" stays what it is.
        return fill(
                MAIL,
                List.of(
                        escape(mail.subject()),
                        escape(mail.subject()),
                        escape(mail.from()),
                        escape(mail.to()),
                        escape(String.join(", ", mail.recipients())),
                        TIME.format(mail.receivedAt()),
                        html,
                        escape(mail.text()),
                        escape(mail.headers()),
                        mail.id()));
    }

    private static String fill(String template, List<String> values) {
        var parts = template.split("\\{}", -1);
        var page = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.length; i++) {
            page.append(values.get(i - 1)).append(parts[i]);
        }
        return page.toString();
    }

    static String json(List<StoredMail> mails) {
        var array = Json.createArrayBuilder();
        for (var mail : mails) {
            array.add(Json.createObjectBuilder()
                    .add("id", mail.id())
                    .add("receivedAt", mail.receivedAt().toString())
                    .add("recipients", Json.createArrayBuilder(mail.recipients()))
                    .add("from", mail.from())
                    .add("to", mail.to())
                    .add("subject", mail.subject())
                    .add("text", mail.text())
                    .add("html", mail.html())
                    .add("raw", mail.raw()));
        }
        return array.build().toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (var source = Objects.requireNonNull(MailViews.class.getResourceAsStream(name), name)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
