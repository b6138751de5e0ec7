package dev.portico.portal.extension.control;

import dev.portico.plugin.manifest.PluginRoute;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An address of a tenant, with the plugin that answers it. */
public record ClaimedRoute(EnabledPlugin plugin, PluginRoute route, RoutePattern.Match match) {
    /** A tenant's entry is for what nothing else answers, be it of whichever plugin. */
    private static final Comparator<ClaimedRoute> FIRST = Comparator.<ClaimedRoute, Boolean>comparing(
                    claimed -> claimed.route().entry())
            .thenComparing(claimed -> claimed.plugin().manifest().id())
            .thenComparing(claimed -> new RoutePattern(claimed.route()), RoutePattern.NARROWEST_FIRST);

    /**
     * @param plugins that the tenant has enabled and that run
     * @param staff whether the address is one of the staff's pages
     * @param segments as the browser sent them
     * @param plain see {@link RoutePattern#match}
     */
    public static Optional<ClaimedRoute> find(
            List<EnabledPlugin> plugins, boolean staff, List<String> segments, boolean plain) {
        return plugins.stream()
                .flatMap(plugin -> plugin.manifest().routes().stream()
                        .filter(route -> route.access().staff() == staff)
                        .flatMap(route -> new RoutePattern(route)
                                .match(segments, plain).stream().map(match -> new ClaimedRoute(plugin, route, match))))
                .min(FIRST);
    }
}
