package dev.portico.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** Tells what of a message is its text and what is attached. */
final class Sorting {

    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");
    private static final Set<String> WINMAIL = Set.of("application/ms-tnef", "application/vnd.ms-tnef");
    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status",
            "message/global-delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "text/rfc822-headers",
            "message/global-headers");

    /** @param plain may be blank */
    private record Piece(String plain, Optional<HtmlBody> html) {
        static final Piece NONE = new Piece("", Optional.empty());

        boolean isBlank() {
            return plain.isBlank()
                    && html.filter(body -> !body.text().isBlank()).isEmpty();
        }

        /** With {@link Marks} where it is made of HTML. */
        String text() {
            return plain.isBlank() ? html.map(HtmlBody::text).orElse("") : plain;
        }

        String markup() {
            return html.map(HtmlBody::html)
                    .orElseGet(() -> plain.isBlank() ? "" : "<pre>" + Entities.escape(plain) + "</pre>");
        }
    }

    private final Limits limits;
    private final Set<Flaw> flaws;
    private final List<AttachedFile> files = new ArrayList<>();
    private Piece instead = Piece.NONE;
    private int plainLeft;
    private int htmlLeft;

    private Sorting(Limits limits, Set<Flaw> flaws) {
        this.limits = limits;
        this.flaws = flaws;
        plainLeft = limits.mostTextChars();
        htmlLeft = limits.mostTextChars();
    }

    record Sorted(Body body, List<AttachedFile> files) {}

    /** @param passedOn whether somebody forwards a mail, all of which is then what they say */
    static Sorted of(Part message, boolean passedOn, Limits limits, Set<Flaw> flaws) {
        return new Sorting(limits, flaws).sort(message, passedOn);
    }

    private Sorted sort(Part message, boolean passedOn) {
        var pieces = message.isMultipart() || isTnef(message) ? read(message) : root(message);
        var told = pieces.stream()
                .filter(piece -> !piece.isBlank() || piece.html.isPresent())
                .toList();
        var all = told.stream().allMatch(Piece::isBlank) && !instead.isBlank() ? List.of(instead) : told;
        var marked =
                PlainText.cut(String.join("\n\n", all.stream().map(Piece::text).toList()), limits.mostTextChars());
        var text = PlainText.lines(marked).strip();
        var html = all.stream().anyMatch(piece -> piece.html.isPresent())
                ? Optional.of(String.join("\n", all.stream().map(Piece::markup).toList()))
                : Optional.<String>empty();
        var said = passedOn ? text : said(all, marked, text);
        return new Sorted(new Body(text, said, html), shown(all));
    }

    /** Of the plain text, unless only the HTML tells where history begins. */
    private static String said(List<Piece> pieces, String marked, String text) {
        var said = Said.of(marked);
        if (!said.equals(text) || pieces.size() != 1 || pieces.get(0).html.isEmpty()) {
            return said;
        }
        var html = pieces.get(0).html.get().text();
        var other = Said.of(html);
        return other.equals(PlainText.lines(html).strip()) ? said : other;
    }

    private List<AttachedFile> shown(List<Piece> pieces) {
        var shown = new HashSet<String>();
        pieces.forEach(piece -> piece.html.ifPresent(html -> shown.addAll(html.contentIds())));
        return files.stream()
                .map(file -> file.shown(file.contentId().filter(shown::contains).isPresent()))
                .toList();
    }

    /** A message of one part is its text, whatever it calls the file. */
    private List<Piece> root(Part part) {
        return !part.isAttachment() && (isPlain(part) || part.is("text/html")) ? List.of(text(part)) : leaf(part);
    }

    private List<Piece> read(Part part) {
        if (!part.isMultipart()) {
            return leaf(part);
        }
        return switch (part.type().value()) {
            case "multipart/alternative" -> List.of(alternative(part));
            case "multipart/encrypted" -> {
                flaws.add(Flaw.ENCRYPTED);
                part.parts().forEach(this::attach);
                yield List.of();
            }
            default ->
                part.parts().stream().flatMap(child -> read(child).stream()).toList();
        };
    }

    /** The same more than once: the first plain text and the last HTML. */
    private Piece alternative(Part part) {
        var plain = "";
        var html = Optional.<HtmlBody>empty();
        for (var child : part.parts()) {
            if (child.type().value().startsWith("text/x-amp") || child.is("text/watch-html")) {
                continue;
            }
            var pieces = read(child);
            if (plain.isBlank()) {
                plain = String.join(
                        "\n\n",
                        pieces.stream()
                                .map(Piece::plain)
                                .filter(text -> !text.isBlank())
                                .toList());
            }
            var bodies = pieces.stream().flatMap(piece -> piece.html.stream()).toList();
            if (!bodies.isEmpty()) {
                html = Optional.of(joined(bodies));
            }
        }
        return new Piece(plain, html);
    }

    private static HtmlBody joined(List<HtmlBody> bodies) {
        var contentIds = new HashSet<String>();
        bodies.forEach(body -> contentIds.addAll(body.contentIds()));
        return new HtmlBody(
                String.join("\n", bodies.stream().map(HtmlBody::html).toList()),
                String.join("\n\n", bodies.stream().map(HtmlBody::text).toList()),
                contentIds);
    }

    private List<Piece> leaf(Part part) {
        if (SIGNATURES.contains(part.type().value())
                || REPORTS.contains(part.type().value())) {
            return List.of();
        }
        if (isTnef(part)) {
            return winmail(part);
        }
        var text = isPlain(part) || part.is("text/html");
        if (text && !part.isAttachment() && part.fileName().isEmpty()) {
            return List.of(text(part));
        }
        if (part.is("text/calendar") && instead.isBlank()) {
            instead =
                    new Piece(PlainText.lines(Calendar.text(decoded(part, limits.mostTextChars()))), Optional.empty());
        }
        if (part.type().value().endsWith("pkcs7-mime")) {
            flaws.add(Flaw.ENCRYPTED);
        }
        attach(part);
        return List.of();
    }

    private List<Piece> winmail(Part part) {
        var opened = Winmail.open(part.content().bytes(Integer.MAX_VALUE), limits, flaws);
        if (opened.isEmpty()) {
            attach(part);
            return List.of();
        }
        opened.get().files().forEach(this::attach);
        if (instead.isBlank()) {
            var html = opened.get().html().map(markup -> HtmlBody.of(PlainText.cut(markup, htmlLeft), htmlLeft));
            instead = new Piece(PlainText.lines(opened.get().text()), html);
        }
        return List.of();
    }

    private Piece text(Part part) {
        if (part.is("text/html")) {
            var html = HtmlBody.of(decoded(part, htmlLeft), htmlLeft);
            htmlLeft = Math.max(0, htmlLeft - html.html().length());
            return new Piece("", Optional.of(html));
        }
        var text = PlainText.lines(decoded(part, plainLeft));
        plainLeft -= Math.min(plainLeft, text.length());
        var flowed =
                part.type().get("format").filter("flowed"::equalsIgnoreCase).isPresent();
        var deleteSpace =
                part.type().get("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return new Piece(flowed ? FlowedText.unflow(text, deleteSpace) : text, Optional.empty());
    }

    /** At most so many characters. */
    private String decoded(Part part, int most) {
        var bytes = part.content().bytes(most * 4 + 4);
        if (bytes.length == most * 4 + 4) {
            bytes = Arrays.copyOf(bytes, wholeCharacters(bytes));
        }
        var label = part.type().get("charset");
        var charset = label.isEmpty() && part.is("text/html") ? HtmlBody.charset(bytes) : label;
        var text = Charsets.decode(bytes, charset, flaws);
        var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (bare.length() > most) {
            flaws.add(Flaw.TEXT_CUT);
        }
        return PlainText.cut(bare, most);
    }

    /** Without what may be half of a character of UTF-8. */
    private static int wholeCharacters(byte[] bytes) {
        var end = bytes.length;
        while (end > bytes.length - 4 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return bytes[end - 1] < 0 ? end - 1 : end;
    }

    private void attach(Part part) {
        var type = part.type().value();
        var name = part.fileName().or(() -> type.equals("message/rfc822") ? subject(part) : Optional.empty());
        var inline = part.disposition().value().equals("inline") && type.startsWith("image/");
        attach(new AttachedFile(FileNames.of(name, type), type, part.contentId(), inline, part.content()));
    }

    private void attach(AttachedFile file) {
        if (files.size() < limits.mostAttachments()) {
            files.add(file);
        } else {
            flaws.add(Flaw.FILES_LEFT_OUT);
        }
    }

    /** That of the message in it, as a file name. */
    private Optional<String> subject(Part message) {
        var start = message.content().bytes(limits.mostHeaderBytes());
        var header = Structure.of(start, new Limits(1, 1, limits.mostHeaderBytes(), 1, 0), flaws())
                .header();
        return Optional.of(header.line("subject", 100))
                .filter(subject -> !subject.isBlank())
                .map(subject -> subject.replace('/', '_').replace('\\', '_') + ".eml");
    }

    /** Flaws of a message within are nobody's concern. */
    private static Set<Flaw> flaws() {
        return java.util.EnumSet.noneOf(Flaw.class);
    }

    private static boolean isPlain(Part part) {
        return part.is("text/plain") || part.is("text/markdown") || part.is("text/enriched");
    }

    private static boolean isTnef(Part part) {
        return WINMAIL.contains(part.type().value())
                || part.fileName()
                        .filter(name -> name.strip().equalsIgnoreCase("winmail.dat"))
                        .isPresent();
    }
}
