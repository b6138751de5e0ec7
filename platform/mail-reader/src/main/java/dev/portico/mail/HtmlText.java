package dev.portico.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of HTML, as a mail program would write its plain part: quotations begin with "> ", entries with "- " or a
 * number, links are followed by their address. Where programs mark history or signature, there are {@link Marks}.
 */
final class HtmlText implements NodeVisitor {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");

    private static final Set<String> SPACED =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "table");

    private static final Set<String> HISTORY_IDS = Set.of(
            "divrplyfwdmsg",
            "appendonsend",
            "mail-editor-reference-message-container",
            "ms-outlook-mobile-body-separator-line");

    /** An attribute of links whose text is their address. */
    static final String SHOWN = "data-shown";

    private static final int DEEPEST_QUOTE = 10;

    private final StringBuilder text = new StringBuilder();
    private final int most;

    /** The number of the next entry of each open list, 0 for one without numbers. */
    private final Deque<Integer> entries = new ArrayDeque<>();

    private int quotes;
    private int preformatted;
    private int newLines = 2;
    private boolean space;

    /** How deep the blank line is quoted that comes next: as what is around it, not as what is in it. */
    private int between = Integer.MAX_VALUE;

    private HtmlText(int most) {
        this.most = most;
    }

    static String of(Element root, int most) {
        var text = new HtmlText(most);
        root.traverse(text);
        return PlainText.cut(text.text.toString(), most).stripTrailing();
    }

    @Override
    public void head(Node node, int depth) {
        if (text.length() >= most) {
            return;
        }
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            begin(element, element.normalName());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        var name = element.normalName();
        switch (name) {
            case "blockquote" -> quotes--;
            case "pre" -> preformatted--;
            case "ul", "ol" -> entries.poll();
            case "td", "th" -> space = true;
            case "a" -> address(element);
            default -> {}
        }
        if (BLOCKS.contains(name)) {
            breakLine(SPACED.contains(name) ? 2 : 1);
        }
    }

    private void begin(Element element, String name) {
        if (BLOCKS.contains(name)) {
            breakLine(SPACED.contains(name) ? 2 : 1);
        }
        if (isHistory(element)) {
            mark(Marks.HISTORY);
        } else if (isSignature(element)) {
            mark(Marks.SIGNATURE);
        }
        switch (name) {
            case "br" -> {
                newLines = Math.min(newLines + 1, 2);
                between = Math.min(between, quotes);
                space = false;
            }
            case "li" -> word(bullet());
            case "ul" -> entries.push(0);
            case "ol" -> entries.push(1);
            case "blockquote" -> quotes++;
            case "pre" -> preformatted++;
            default -> {}
        }
    }

    private static boolean isHistory(Element element) {
        var id = element.id().toLowerCase(Locale.ROOT);
        return HISTORY_IDS.contains(id) || id.startsWith("yahoo_quoted") || element.hasClass("yahoo_quoted");
    }

    private static boolean isSignature(Element element) {
        return element.hasClass("gmail_signature")
                || element.hasClass("moz-signature")
                || element.id().equals("Signature")
                || element.id().equals("ms-outlook-mobile-signature");
    }

    private String bullet() {
        var entry = entries.isEmpty() ? 0 : entries.pop();
        if (entry == 0) {
            entries.push(0);
            return "- ";
        }
        entries.push(entry + 1);
        return entry + ". ";
    }

    private void address(Element link) {
        var address = link.attr("href");
        if (link.hasAttr(SHOWN) || address.isEmpty()) {
            return;
        }
        space = true;
        append("(" + (address.startsWith("mailto:") ? address.substring("mailto:".length()) : address) + ")");
    }

    private void append(String given) {
        var words = PlainText.lines(given);
        if (preformatted > 0) {
            words.lines().forEach(line -> {
                word(line);
                breakLine(1);
            });
            return;
        }
        for (var i = 0; i < words.length() && text.length() < most; i++) {
            var character = words.charAt(i);
            if (character <= ' ' || character == '\u00A0') {
                space = true;
            } else {
                start();
                text.append(character);
            }
        }
    }

    private void word(String word) {
        start();
        text.append(word);
    }

    private void mark(char mark) {
        breakLine(1);
        start();
        text.append(mark);
        breakLine(1);
    }

    private void breakLine(int lines) {
        newLines = Math.max(newLines, text.isEmpty() ? 0 : lines);
        between = Math.min(between, quotes);
        space = false;
    }

    /** Ends the lines that were broken, before the next word. */
    private void start() {
        if (text.isEmpty()) {
            newLines = 0;
            text.append(prefix(quotes));
        }
        if (newLines > 0) {
            for (; newLines > 1; newLines--) {
                text.append('\n').append(prefix(between));
            }
            text.append('\n').append(prefix(quotes));
            newLines = 0;
        } else if (space && !text.isEmpty()) {
            text.append(' ');
        }
        space = false;
        between = Integer.MAX_VALUE;
    }

    private static String prefix(int quotes) {
        return quotes == 0 ? "" : ">".repeat(Math.min(quotes, DEEPEST_QUOTE)) + ' ';
    }
}
