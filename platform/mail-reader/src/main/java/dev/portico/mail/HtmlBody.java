package dev.portico.mail;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML of a stranger.
 *
 * @param html what an allow-list lets through: structure, links and images of this mail. What would be fetched from
 *     elsewhere has become its alternative text
 * @param text with {@link Marks}
 * @param contentIds of the images in it
 */
record HtmlBody(String html, String text, Set<String> contentIds) {

    private static final int DEEPEST = 150;
    private static final int LONGEST_TAG = 5_000;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int CHARSET_WITHIN = 2_048;

    /** An image's address is looked at as text: as a URL, each would cost a search for who handles it. */
    private static final class OwnImages extends Safelist {
        OwnImages() {
            super(Safelist.relaxed());
        }

        @Override
        public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
            return attribute.getKey().equals("src")
                    ? tag.equals("img") && attribute.getValue().startsWith("cid:")
                    : super.isSafeAttribute(tag, element, attribute);
        }
    }

    private static final Safelist ALLOWED = new OwnImages()
            .removeTags("img")
            .addTags("img", "hr", "center", "font", "s", "del", "ins", "tt", "kbd", "samp", "var", "abbr", "address")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes(":all", "dir", "lang")
            .removeProtocols("a", "href", "ftp")
            .removeAttributes("blockquote", "cite")
            .removeAttributes("q", "cite")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer");

    private static final List<String> COSTLY = List.of("object", "applet", "marquee");
    private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:");

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "head",
            "template",
            "title",
            "noscript",
            "object",
            "embed",
            "iframe",
            "svg",
            "math",
            "link",
            "meta",
            "base",
            "textarea",
            "select");

    static HtmlBody of(String html, int mostChars) {
        var document = parsed(html);
        var root = document.body();
        removeUnseen(root);
        var contentIds = new HashSet<String>();
        for (var image : root.select("img")) {
            image(image, contentIds);
        }
        root.select("a[href]").forEach(HtmlBody::link);
        var text = PlainText.cut(HtmlText.of(root, mostChars), mostChars);
        var clean = new Cleaner(ALLOWED).clean(document);
        clean.outputSettings(new OutputSettings()
                .prettyPrint(false)
                .escapeMode(EscapeMode.base)
                .charset(StandardCharsets.UTF_8));
        return new HtmlBody(PlainText.lines(clean.body().html()), text, contentIds);
    }

    private static Document parsed(String html) {
        return Jsoup.parse(withoutCostlyTags(html), "", Parser.htmlParser().setMaxDepth(DEEPEST));
    }

    /** The parser compares each attribute of a tag with all others, and looks up what is open for each of these. */
    private static String withoutCostlyTags(String html) {
        var shorter = new StringBuilder(html.length());
        var done = 0;
        for (var start = html.indexOf('<'); start >= 0; start = html.indexOf('<', done)) {
            var close = html.indexOf('>', start);
            var end = close < 0 ? html.length() : close + 1;
            shorter.append(html, done, end - start > LONGEST_TAG || isCostly(html, start) ? start : end);
            done = end;
        }
        return shorter.append(html, done, html.length()).toString();
    }

    private static boolean isCostly(String html, int start) {
        return COSTLY.stream().anyMatch(name -> html.regionMatches(true, start + 1, name, 0, name.length()));
    }

    /** Parent by parent, as each removal from among many siblings moves all behind it. */
    private static void removeUnseen(Element root) {
        var parents = Collections.newSetFromMap(new IdentityHashMap<Element, Boolean>());
        root.forEachNode(node -> {
            if (isUnseen(node) && node.parent() instanceof Element parent) {
                parents.add(parent);
            }
        });
        for (var parent : parents) {
            var seen =
                    parent.childNodes().stream().filter(node -> !isUnseen(node)).toList();
            parent.empty();
            parent.appendChildren(seen);
        }
    }

    private static boolean isUnseen(Node node) {
        if (!(node instanceof Element element)) {
            return false;
        }
        var style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("mso-hide:all");
    }

    /** An image of this mail stays; one that would be fetched does not, nor one that comes along in the address. */
    private static void image(Element image, Set<String> contentIds) {
        var source = image.attr("src").strip();
        if (source.regionMatches(true, 0, "cid:", 0, 4) && source.length() > 4) {
            var octets = Percent.decode(source.substring(4), '%', StandardCharsets.UTF_8);
            var id = PlainText.line(new String(octets, StandardCharsets.UTF_8), 250);
            contentIds.add(id);
            image.attr("src", "cid:" + id);
        } else {
            var instead = PlainText.line(image.attr("alt"), 200);
            image.replaceWith(new TextNode(instead.isEmpty() ? "" : "[" + instead + "]"));
        }
    }

    private static void link(Element link) {
        var address = link.attr("href").strip();
        link.removeAttr(HtmlText.SHOWN);
        if (SCHEMES.stream().noneMatch(scheme -> address.regionMatches(true, 0, scheme, 0, scheme.length()))) {
            link.removeAttr("href");
            return;
        }
        var shown = link.text().strip();
        if (shown.isEmpty()
                || address.equals(shown)
                || address.substring(address.indexOf(':') + 1).replace("//", "").equals(shown)) {
            link.attr(HtmlText.SHOWN, "");
        }
    }

    /** What the document itself says of its charset. */
    static Optional<String> charset(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, CHARSET_WITHIN), StandardCharsets.ISO_8859_1);
        var declared = CHARSET.matcher(start);
        return declared.find() ? Optional.of(declared.group(1)) : Optional.empty();
    }
}
