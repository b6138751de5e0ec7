package dev.portico.portal.page;

import java.util.ArrayDeque;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/** What people wrote, as HTML: Markdown, with every tag that they typed escaped and only harmless link schemes. */
public final class Markdown {
    /** Deeper than anyone writes; the renderer goes down one call for each level. */
    private static final int DEEPEST = 60;

    private static final List<Extension> EXTENSIONS = List.of(AutolinkExtension.create());
    // The depth is looked at first: the extensions' own steps after parsing go down one call for each level, too.
    private static final Parser PARSER = Parser.builder()
            .postProcessor(Markdown::requireReason)
            .extensions(EXTENSIONS)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .softbreak("<br />")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("a")) {
                    attributes.put("rel", "nofollow noopener noreferrer");
                } else if (tag.equals("img")) {
                    // Nothing is fetched from elsewhere because somebody wrote it into a message.
                    attributes.remove("src");
                }
            })
            .build();

    private record Level(Node node, int depth) {}

    private static final class NestedTooDeeply extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Markdown() {}

    /** Text that is nested beyond reason is shown as it was typed. */
    public static String html(String text) {
        try {
            return RENDERER.render(PARSER.parse(text));
        } catch (NestedTooDeeply e) {
            return RENDERER.render(plain(text));
        }
    }

    private static Node requireReason(Node document) {
        var open = new ArrayDeque<Level>();
        open.push(new Level(document, 0));
        while (!open.isEmpty()) {
            var level = open.pop();
            if (level.depth() > DEEPEST) {
                throw new NestedTooDeeply();
            }
            for (var child = level.node().getFirstChild(); child != null; child = child.getNext()) {
                open.push(new Level(child, level.depth() + 1));
            }
        }
        return document;
    }

    private static Node plain(String text) {
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        return paragraph;
    }
}
