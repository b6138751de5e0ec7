package dev.portico.systemstatus.store;

import dev.portico.plugin.TenantView;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.SourceStore.FeedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How everything is now.
 *
 * @param components in the order in which they are shown
 * @param open whatever is not over, the latest first
 * @param updates of those that are open, the oldest first
 * @param affected by those that are open
 */
public record Board(
        List<FeedState> feeds,
        List<Component> components,
        List<Incident> open,
        Map<String, List<Update>> updates,
        Map<String, Map<String, ComponentStatus>> affected) {
    public static Board of(TenantView tenant) {
        return tenant.tables().transact(statements -> {
            var incidents = new IncidentStore(statements);
            var open = incidents.open();
            var ids = open.stream().map(Incident::id).toList();
            return new Board(
                    new SourceStore(statements).feeds(),
                    new ComponentStore(statements).present(),
                    open,
                    incidents.updates(ids),
                    incidents.affected(ids));
        });
    }

    /** Regions in order, with their components; a blank one where there are components without. */
    public Map<String, List<Component>> regions() {
        return regions(components);
    }

    public static Map<String, List<Component>> regions(List<Component> components) {
        var regions = new LinkedHashMap<String, List<Component>>();
        components.forEach(component -> regions.computeIfAbsent(component.region(), region -> new ArrayList<>())
                .add(component));
        return regions;
    }

    public List<Incident> active() {
        return open.stream().filter(Incident::active).toList();
    }

    /** The next one first. */
    public List<Incident> upcoming() {
        return open.stream()
                .filter(incident -> !incident.active())
                .sorted(Comparator.comparing(Incident::begins))
                .toList();
    }

    /** When the oldest of the documents was known to be right, if one is out of date. */
    public Optional<Stale> stale() {
        return feeds.stream()
                .filter(FeedState::stale)
                .map(feed -> new Stale(feed.okAt()))
                .min(Comparator.comparing(stale -> stale.since().orElse(Instant.EPOCH)));
    }

    /**
     * That what is shown may be out of date.
     *
     * @param since when it was known to be right; empty where it never was
     */
    public record Stale(Optional<Instant> since) {}

    /** The worst of what components and active incidents say. */
    public ComponentStatus worst() {
        var components = this.components.stream().map(Component::status);
        var incidents = active().stream()
                .map(incident -> incident.maintenance()
                        ? ComponentStatus.MAINTENANCE
                        : incident.impact().effect());
        return Stream.concat(components, incidents)
                .max(Comparator.naturalOrder())
                .orElse(ComponentStatus.OPERATIONAL);
    }

    /** Whether there is nothing to show at all. */
    public boolean blank() {
        return components.isEmpty() && open.isEmpty() && feeds.isEmpty();
    }
}
