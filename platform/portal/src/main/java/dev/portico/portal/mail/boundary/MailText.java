package dev.portico.portal.mail.boundary;

import java.util.List;
import java.util.stream.Stream;

/** The plain text part of a mail, taken apart for a page. */
public final class MailText {
    private static final String QUOTE = ">";

    private MailText() {}

    /**
     * What stands between two blank lines.
     *
     * @param quoted whether it repeats what somebody wrote
     */
    public record Paragraph(boolean quoted, List<String> lines) {}

    public static List<Paragraph> paragraphs(String text) {
        return Stream.of(text.strip().split("\\n\\s*\\n", -1))
                .map(block -> block.lines().toList())
                .filter(lines -> !lines.isEmpty())
                .map(MailText::paragraph)
                .toList();
    }

    private static Paragraph paragraph(List<String> lines) {
        return lines.stream().allMatch(line -> line.startsWith(QUOTE))
                ? new Paragraph(
                        true,
                        lines.stream()
                                .map(line -> line.substring(QUOTE.length()).strip())
                                .toList())
                : new Paragraph(false, lines);
    }
}
