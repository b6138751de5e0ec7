package dev.portico.mail;

import java.util.List;
import java.util.Set;

/** The headers that Outlook copies over a mail that it answers: "From:, Sent:, To:, Subject:", in either language. */
final class HeaderBlock {

    /** Among them may be wrapped lists of recipients, and blank lines where the text comes from HTML. */
    private static final int MOST_LINES = 16;

    private record Labels(String from, Set<String> date, Set<String> about) {}

    private static final List<Labels> LANGUAGES = List.of(
            new Labels("from:", Set.of("sent:", "date:"), Set.of("to:", "subject:")),
            new Labels(
                    "de:",
                    Set.of("enviado:", "enviada:", "enviado el:", "enviada el:", "fecha:"),
                    Set.of("para:", "asunto:")));

    private HeaderBlock() {}

    /** The line behind it, or 0 where there is none. */
    static int at(Lines lines, int from) {
        return LANGUAGES.stream()
                .mapToInt(labels -> end(lines, from, labels))
                .max()
                .orElse(0);
    }

    private static int end(Lines lines, int from, Labels labels) {
        if (from >= lines.size() || !lines.folded(from).startsWith(labels.from)) {
            return 0;
        }
        var dated = false;
        var end = 0;
        for (var i = from + 1; i < Math.min(lines.size(), from + MOST_LINES); i++) {
            var line = lines.folded(i);
            dated |= startsWith(line, labels.date);
            if (startsWith(line, labels.about)) {
                end = i + 1;
            }
        }
        return dated ? end : 0;
    }

    private static boolean startsWith(String line, Set<String> labels) {
        var colon = line.indexOf(':');
        return colon > 0 && labels.contains(line.substring(0, colon + 1));
    }
}
