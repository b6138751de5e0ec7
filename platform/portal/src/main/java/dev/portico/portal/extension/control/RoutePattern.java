package dev.portico.portal.extension.control;

import dev.portico.plugin.manifest.PluginRoute;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a plugin's route, to be matched with an address. In an address, words win over variables, and those over
 * the rest of a path.
 */
public record RoutePattern(PluginRoute route) {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    /** The more an address has to be as the pattern says, the earlier it comes. */
    public static final Comparator<RoutePattern> NARROWEST_FIRST = Comparator.comparing(RoutePattern::breadth);

    /**
     * What an address has in place of the variables.
     *
     * @param rest as the browser sent it
     */
    public record Match(Map<String, String> variables, List<String> rest) {}

    /**
     * @param segments as the browser sent them
     * @param plain whether they are without escapes; others are only in place of the rest of a path
     */
    public Optional<Match> match(List<String> segments, boolean plain) {
        var parts = parts();
        var open = route.path().endsWith(PluginRoute.ENTRY);
        var fixed = open ? parts.subList(0, parts.size() - 1) : parts;
        if (open ? !mayContinue(fixed, segments) : !plain || segments.size() != fixed.size()) {
            return Optional.empty();
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < fixed.size(); i++) {
            if (!matches(fixed.get(i), segments.get(i), variables)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Match(Map.copyOf(variables), List.copyOf(segments.subList(fixed.size(), segments.size()))));
    }

    /** The tenant's first page is its entry's as well. */
    private boolean mayContinue(List<String> fixed, List<String> segments) {
        return segments.size() > fixed.size() || route.entry();
    }

    private static boolean matches(String part, String segment, Map<String, String> variables) {
        if (!part.startsWith("{")) {
            return part.equals(segment);
        }
        variables.put(part.substring(1, part.length() - 1), segment);
        return VARIABLE.matcher(segment).matches();
    }

    private List<String> parts() {
        return List.of(route.path().split("/", -1));
    }

    private String breadth() {
        var breadth = new StringBuilder();
        parts().forEach(part -> breadth.append(part.equals(PluginRoute.ENTRY) ? 2 : part.startsWith("{") ? 1 : 0));
        return breadth.toString();
    }
}
