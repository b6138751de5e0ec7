package dev.portico.systemstatus.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;

/** Text of strangers: without markup, control characters and endless length. It is still to be escaped where it is shown. */
public final class PlainText {
    private static final int LONGEST_LINE = 250;
    private static final int LONGEST_BODY = 20_000;
    private static final int DEEPEST = 50;
    private static final Pattern MARKUP = Pattern.compile("</\\w|<br|<p>|&\\w+;");

    /** Whatever a text does without: controls but line breaks, halves of characters, and what turns the direction of text. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    private PlainText() {}

    /** Whether a database keeps it as it is. */
    static boolean isPrintable(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }

    /** One line. */
    public static String line(String text) {
        return cut(
                UNPRINTABLE
                        .matcher(text.substring(0, Math.min(text.length(), 4 * LONGEST_LINE))
                                .replace('\n', ' '))
                        .replaceAll(" ")
                        .replaceAll("\\s+", " ")
                        .strip(),
                LONGEST_LINE);
    }

    /** Paragraphs that are text, or markup after all. */
    public static String body(String text) {
        return MARKUP.matcher(text).find() ? ofHtml(text) : paragraphs(text);
    }

    /** Paragraphs that are no markup, whatever they look like. */
    public static String typed(String text) {
        return paragraphs(text);
    }

    /** What a reader sees of HTML. */
    static String ofHtml(String html) {
        return ofElement(element(html));
    }

    /** Of HTML, without what is too long or nested too deeply. */
    static Element element(String html) {
        var body = Jsoup.parse(html.substring(0, Math.min(html.length(), 10 * LONGEST_BODY)))
                .body();
        body.filter((node, depth) -> depth > DEEPEST ? FilterResult.REMOVE : FilterResult.CONTINUE);
        return body;
    }

    static String ofElement(Element element) {
        element.select("script, style, template").remove();
        element.nodeStream(TextNode.class).toList().forEach(node -> node.text(node.text()));
        element.select("br").forEach(line -> line.replaceWith(new TextNode("\n")));
        element.select("li").forEach(entry -> entry.prependText("- ").appendText("\n"));
        element.select("p, div, ul, ol, tr, h1, h2, h3, h4, h5, h6, blockquote")
                .forEach(block -> block.prependText("\n\n").appendText("\n\n"));
        return paragraphs(element.wholeText());
    }

    private static String paragraphs(String text) {
        var bounded =
                text.substring(0, Math.min(text.length(), 4 * LONGEST_BODY)).replace("\r\n", "\n");
        return cut(
                UNPRINTABLE
                        .matcher(bounded)
                        .replaceAll(" ")
                        .replaceAll("[ \\u00A0]+", " ")
                        .replaceAll(" ?\\n ?", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip(),
                LONGEST_BODY);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
