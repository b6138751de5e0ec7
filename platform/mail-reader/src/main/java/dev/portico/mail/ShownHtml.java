package dev.portico.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Makes of a mail's sanitized HTML what a frame shows: history is folded away and images come from the mail itself. */
public final class ShownHtml {
    private static final int MOST_HEADER_CHARS = 700;
    private static final int MOST_HEADER_NODES = 60;
    private static final String IMAGE = "cid:";

    /** How Outlook begins what it quotes, without a mark that the sanitizer keeps. */
    private static final Pattern HEADER_BLOCK =
            Pattern.compile("^(From|De): ?\\S.{0,300}? (Sent|Date|Enviado el|Enviado|Fecha): ?\\S.*", Pattern.DOTALL);

    private ShownHtml() {}

    /**
     * @param html as in {@link Body#html}
     * @param history what stands for the history where it is folded
     * @param image where an image is found, by content id; without one its alternative text stands there
     */
    public static String of(String html, String history, Function<String, Optional<String>> image) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new OutputSettings()
                .prettyPrint(false)
                .escapeMode(EscapeMode.base)
                .charset(StandardCharsets.UTF_8));
        document.select("img").forEach(element -> show(element, image));
        document.select("blockquote").stream()
                .filter(quote -> quote.parents().stream().noneMatch(above -> above.nameIs("blockquote")))
                .forEach(quote -> fold(quote, history));
        headerBlock(document.body()).ifPresent(start -> foldOn(start, history));
        return document.body().html();
    }

    private static void show(Element element, Function<String, Optional<String>> image) {
        var source = element.attr("src");
        image.apply(source.startsWith(IMAGE) ? source.substring(IMAGE.length()) : "")
                .ifPresentOrElse(
                        found -> element.attr("src", found),
                        () -> element.replaceWith(
                                new TextNode(element.attr("alt").isBlank() ? "" : "[" + element.attr("alt") + "]")));
    }

    /** Where a header is repeated, the outermost element that begins with it: what is quoted are its later brothers. */
    private static Optional<Element> headerBlock(Element body) {
        return body.select("p, div").stream()
                .filter(block -> block.parents().stream().noneMatch(above -> above.nameIs("details")))
                .filter(ShownHtml::beginsWithHeader)
                .filter(block -> block.parent() == body
                        || block.parents().stream().limit(1).noneMatch(ShownHtml::beginsWithHeader))
                .findFirst();
    }

    /** Looks at a bounded part of it: there may be thousands, one within the other. */
    private static boolean beginsWithHeader(Element block) {
        var start = new StringBuilder();
        block.nodeStream()
                .limit(MOST_HEADER_NODES)
                .takeWhile(node -> start.length() < MOST_HEADER_CHARS)
                .forEach(node -> {
                    if (node instanceof TextNode text) {
                        start.append(text.text(), 0, Math.min(text.text().length(), MOST_HEADER_CHARS));
                    } else if (node.nameIs("br")) {
                        start.append(' ');
                    }
                });
        return HEADER_BLOCK
                .matcher(start.toString().strip().replaceAll("\\s+", " "))
                .matches();
    }

    /** Puts it, and all that follows within the same element, behind a line that opens it. */
    private static void foldOn(Element first, String history) {
        var following = new ArrayList<Node>();
        for (var next = first.nextSibling(); next != null; next = next.nextSibling()) {
            following.add(next);
        }
        ;
        var folded = fold(first, history);
        following.forEach(folded::appendChild);
    }

    private static Element fold(Element history, String line) {
        var folded = new Element("details");
        history.before(folded);
        folded.appendElement("summary").text(line);
        folded.appendChild(history);
        return folded;
    }
}
