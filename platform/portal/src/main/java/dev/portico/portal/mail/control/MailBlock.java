package dev.portico.portal.mail.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paragraph of a mail, or what somebody wrote.
 *
 * @param lines of a quotation without the marks
 */
record MailBlock(boolean quoted, List<String> lines) {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\t]]");

    static List<MailBlock> read(String body) {
        var blocks = new ArrayList<MailBlock>();
        var open = new ArrayList<String>();
        var quoted = false;
        for (var line : (Iterable<String>) body.lines().map(MailBlock::printable)::iterator) {
            var quotes = line.equals(">") || line.startsWith("> ");
            if (line.isBlank() || quotes != quoted) {
                close(blocks, open, quoted);
            }
            if (!line.isBlank()) {
                quoted = quotes;
                open.add(quotes ? line.substring(Math.min(2, line.length())) : line);
            }
        }
        close(blocks, open, quoted);
        return List.copyOf(blocks);
    }

    private static String printable(String line) {
        return UNPRINTABLE.matcher(line).replaceAll("").stripTrailing();
    }

    private static void close(List<MailBlock> blocks, List<String> open, boolean quoted) {
        if (!open.isEmpty()) {
            blocks.add(new MailBlock(quoted, List.copyOf(open)));
            open.clear();
        }
    }
}
