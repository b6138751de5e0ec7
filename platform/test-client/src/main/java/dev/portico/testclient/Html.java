package dev.portico.testclient;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** As much of a page as a browser without scripts has to understand. */
public record Html(String text) {
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern HIDDEN = Pattern.compile("\\btype=\"hidden\"");

    public static Html of(Answer answer) {
        return new Html(answer.body());
    }

    public String language() {
        return find("<html\\b[^>]*\\blang=\"([^\"]*)\"").orElseThrow(() -> new AssertionError("No language: " + text));
    }

    /** Whose menu stands in the corner. */
    public Optional<String> user() {
        return find("<summary aria-label=\"([^\"]*)\"><span class=\"avatar");
    }

    /** The address of a form, by its id. */
    public String action(String formId) {
        return attribute(tag("<form\\b[^>]*\\bid=\"" + formId + "\"[^>]*>"), "action")
                .orElseThrow();
    }

    /** What the form of this id sends of itself. */
    public Map<String, String> hidden(String formId) {
        var start = text.indexOf(tag("<form\\b[^>]*\\bid=\"" + formId + "\"[^>]*>"));
        var form = text.substring(start, text.indexOf("</form>", start));
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form)
                .results()
                .map(MatchResult::group)
                .filter(input -> HIDDEN.matcher(input).find())
                .forEach(input -> attribute(input, "name")
                        .ifPresent(name ->
                                fields.put(name, attribute(input, "value").orElse(""))));
        return fields;
    }

    /** The value of an input, by its id. */
    public String value(String inputId) {
        return attribute(tag("<input\\b[^>]*\\bid=\"" + inputId + "\"[^>]*>"), "value")
                .orElse("");
    }

    /** The first group, unescaped. */
    public Optional<String> find(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> unescape(match.group(1)))
                .findFirst();
    }

    private String tag(String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + pattern + " in " + text));
    }

    private static Optional<String> attribute(String tag, String name) {
        return new Html(tag).find("\\s" + name + "=\"([^\"]*)\"");
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
