package dev.portico.mail;

import java.util.List;
import java.util.regex.Pattern;

/** The line before quoted text, in one to {@value #MOST_LINES} lines: "On …, Ana wrote:", "El …, Ana escribió:". */
final class Attribution {

    private static final int MOST_LINES = 4;
    private static final int LONGEST = 500;

    private static final Pattern WHEN =
            Pattern.compile("[0-9]{1,2}[:.][0-9]{2}|(?:19|20)[0-9]{2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}");

    private static final List<String> STARTS = List.of("on ", "el ", "at ", "a las ");
    private static final List<String> ENDS =
            List.of(" wrote:", " writes:", " escribio:", " escribe:", " ha escrito:", " escribio lo siguiente:");
    private static final List<String> MIDDLES =
            List.of(" wrote on ", " wrote at ", " escribio el ", " escribio a las ");

    private Attribution() {}

    /** How many lines it takes from here, 0 for none. */
    static int at(Lines lines, int from) {
        var first = lines.folded(from);
        if (first.isEmpty() || !mayStart(first)) {
            return 0;
        }
        var joined = new StringBuilder(first);
        for (var count = 1; ; count++) {
            var text = joined.toString();
            if (isWhole(text)) {
                return count;
            }
            if (count == MOST_LINES || from + count >= lines.size() || joined.length() > LONGEST) {
                return 0;
            }
            var next = lines.folded(from + count);
            if (next.isEmpty() || next.startsWith(">")) {
                return 0;
            }
            joined.append(' ').append(next);
        }
    }

    private static boolean mayStart(String line) {
        return STARTS.stream().anyMatch(line::startsWith)
                || startsWithDate(line)
                || ENDS.stream().anyMatch(line::endsWith)
                || MIDDLES.stream().anyMatch(line::contains);
    }

    private static boolean isWhole(String text) {
        if (!text.endsWith(":") || text.length() > LONGEST) {
            return false;
        }
        var says = ENDS.stream().anyMatch(text::endsWith)
                || MIDDLES.stream().anyMatch(text::contains)
                || startsWithDate(text) && text.endsWith(">:");
        return says && (text.indexOf('@') > 0 || WHEN.matcher(text).find());
    }

    private static boolean startsWithDate(String line) {
        return line.length() > 10
                && Character.isDigit(line.charAt(0))
                && WHEN.matcher(line.substring(0, 10)).find();
    }
}
