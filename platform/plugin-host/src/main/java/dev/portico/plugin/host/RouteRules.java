package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;

import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.PluginRoute;
import dev.portico.plugin.manifest.PluginRoute.Access;
import dev.portico.plugin.settings.SettingType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A route can be reached, is not another one as well, and is as open as the plugin's capabilities say. */
final class RouteRules {
    private static final int MOST_SEGMENTS = 12;
    private static final Pattern WORD = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z][a-zA-Z0-9]{0,39}}");

    private final PluginManifest manifest;
    private final Problems problems;
    private final Set<String> shapes = new HashSet<>();

    private RouteRules(PluginManifest manifest, Problems problems) {
        this.manifest = manifest;
        this.problems = problems;
    }

    static void check(PluginManifest manifest, Ids ids, Problems problems) {
        var rules = new RouteRules(manifest, problems);
        ids.check("routes", manifest.routes(), PluginRoute::id);
        each("routes", manifest.routes(), rules::check);
        manifest.redirectHosts()
                .ifPresent(id -> ManifestRules.checkSetting(
                        manifest, id, Set.of(SettingType.PHRASES), "redirectHosts", problems));
    }

    /** Whether a link can lead there: it is the customers', and says all of the address. */
    static boolean isLinked(PluginRoute route) {
        return !route.access().staff() && (route.entry() || isWhole(route));
    }

    private static boolean isWhole(PluginRoute route) {
        return List.of(route.path().split("/", -1)).stream().allMatch(WORD.asMatchPredicate());
    }

    private void check(String at, PluginRoute route) {
        problems.demand(
                route.access() != Access.PUBLIC || manifest.capabilities().contains(Capability.PUBLIC_ROUTES),
                at + ".access",
                "plugin.problem.no-capability",
                "public-routes");
        problems.demand(
                route.menu().isEmpty() || route.access().staff() && isWhole(route),
                at + ".menu",
                "plugin.problem.no-menu-of-staff");
        if (!route.path().isEmpty()) {
            checkPath(at + ".path", route);
        }
    }

    private void checkPath(String at, PluginRoute route) {
        var parts = List.of(route.path().split("/", -1));
        var last = parts.size() - 1;
        var variables = new HashSet<String>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var open = i == last && part.equals(PluginRoute.ENTRY);
            problems.demand(
                    open
                            || WORD.matcher(part).matches()
                            || VARIABLE.matcher(part).matches() && i > 0,
                    at,
                    "plugin.problem.no-segment",
                    part);
            problems.demand(!part.startsWith("{") || variables.add(part), at, "plugin.problem.variable-twice", part);
        }
        problems.demand(parts.size() <= MOST_SEGMENTS, at, "plugin.problem.too-long-path", MOST_SEGMENTS);
        problems.demand(!route.entry() || !route.access().staff(), at, "plugin.problem.no-entry-of-staff");
        problems.demand(!reserved(route).contains(parts.get(0)), at, "plugin.problem.path-of-portal", parts.get(0));
        var shape = route.access().staff() + " " + route.path().replaceAll("\\{[^/]*}", "{}");
        problems.demand(shapes.add(shape), at, "plugin.problem.route-twice", route.path());
    }

    private static Set<String> reserved(PluginRoute route) {
        return route.access().staff() ? PortalPaths.OF_STAFF : PortalPaths.OF_CUSTOMERS;
    }
}
