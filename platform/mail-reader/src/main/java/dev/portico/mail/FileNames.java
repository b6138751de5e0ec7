package dev.portico.mail;

import java.util.Map;
import java.util.Optional;

/** Names that any file system takes, whatever the sender calls a file. */
final class FileNames {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 10;
    private static final String FORBIDDEN = "<>:\"|?*";

    private static final Map<String, String> USUAL = Map.of(
            "text/plain", "text.txt",
            "text/html", "text.html",
            "text/calendar", "invite.ics",
            "message/rfc822", "message.eml",
            "message/global", "message.eml",
            "image/png", "image.png",
            "image/jpeg", "image.jpg",
            "image/gif", "image.gif",
            "application/pdf", "document.pdf",
            "application/pkcs7-mime", "smime.p7m");

    private FileNames() {}

    static String of(Optional<String> given, String mediaType) {
        return given.map(FileNames::clean)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> USUAL.getOrDefault(mediaType, "attachment.bin"));
    }

    /** Without folders, leading dots and what some system forbids; the extension survives a cut. */
    static String clean(String given) {
        var line = PlainText.line(given, 2_000);
        var base = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder(base.length());
        base.codePoints()
                .forEach(character -> kept.appendCodePoint(FORBIDDEN.indexOf(character) < 0 ? character : '_'));
        var start = 0;
        var end = kept.length();
        while (start < end && (kept.charAt(start) == '.' || kept.charAt(start) == ' ')) {
            start++;
        }
        while (end > start && (kept.charAt(end - 1) == '.' || kept.charAt(end - 1) == ' ')) {
            end--;
        }
        return shortened(kept.substring(start, end));
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        return PlainText.cut(name, LONGEST - extension.length()).stripTrailing() + extension;
    }
}
