package dev.portico.systemstatus.feed;

import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Impact;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Snapshot;
import dev.portico.systemstatus.model.Snapshot.ReportedComponent;
import dev.portico.systemstatus.model.Snapshot.ReportedIncident;
import dev.portico.systemstatus.model.Snapshot.ReportedUpdate;
import dev.portico.systemstatus.model.Snapshot.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documents of Statuspage's public API, version 2. Its groups of components are regions. The summary lists all components
 * and whatever is not over; the other two list the latest incidents and maintenance, over or not.
 */
final class StatuspageDocument {
    private final Json root;
    private final Instant asOf;

    private StatuspageDocument(Json root) {
        this.root = root;
        this.asOf = root.object("page").time("updated_at");
    }

    static Snapshot summary(Json root) {
        var document = new StatuspageDocument(root);
        var incidents = new ArrayList<>(incidents(document.root.list("incidents", Limits.OPEN), false));
        incidents.addAll(incidents(document.root.list("scheduled_maintenances", Limits.OPEN), true));
        return new Snapshot(Optional.of(document.asOf), Optional.of(document.components()), incidents, List.of());
    }

    static Snapshot incidents(Json root) {
        return new StatuspageDocument(root).list("incidents", false);
    }

    static Snapshot maintenance(Json root) {
        return new StatuspageDocument(root).list("scheduled_maintenances", true);
    }

    private Snapshot list(String name, boolean maintenance) {
        var all = Limits.latest(root.list(name, Limits.ABSURD), Limits.INCIDENTS, StatuspageDocument::created);
        var since = all.stream()
                .map(StatuspageDocument::created)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Snapshot(
                Optional.of(asOf),
                Optional.empty(),
                incidents(all, maintenance),
                List.of(new Withdrawal(maintenance, since, asOf, false)));
    }

    private List<ReportedComponent> components() {
        var all = root.list("components", Limits.COMPONENTS);
        var regions = new HashMap<String, Json>();
        all.stream()
                .filter(component -> component.flag("group"))
                .forEach(group -> regions.putIfAbsent(group.id("id"), group));
        return all.stream()
                .filter(component -> !component.flag("group"))
                .map(component -> component(
                        component, component.string("group_id").flatMap(id -> Optional.ofNullable(regions.get(id)))))
                .toList();
    }

    /** Positions are those among the components of a group, and among the groups and components without. */
    private static ReportedComponent component(Json component, Optional<Json> region) {
        var position = region.map(group -> position(group) * 1_000 + 1 + position(component))
                .orElseGet(() -> position(component) * 1_000);
        return new ReportedComponent(
                component.id("id"),
                component.line("name"),
                region.map(group -> group.line("name")).orElse(""),
                position,
                status(component));
    }

    private static int position(Json component) {
        return Math.max(
                0, Math.min(Limits.COMPONENTS, component.number("position").orElse(0)));
    }

    private static List<ReportedIncident> incidents(List<Json> all, boolean maintenance) {
        return all.stream().map(incident -> incident(incident, maintenance)).toList();
    }

    private static Instant created(Json incident) {
        return incident.time("created_at");
    }

    private static ReportedIncident incident(Json incident, boolean maintenance) {
        var created = created(incident);
        var updates = incident.optionalList("incident_updates", Limits.ABSURD).orElse(List.of()).stream()
                .map(StatuspageDocument::update)
                .sorted(Comparator.comparing(update -> update.at().orElse(created)))
                .toList();
        updates = Limits.latest(updates, Limits.UPDATES, update -> update.at().orElse(created));
        return new ReportedIncident(
                incident.id("id"),
                maintenance,
                incident.line("name"),
                Impact.of(incident.string("impact").orElse("none")).orElse(Impact.NONE),
                phase(incident),
                incident.optionalTime("started_at").orElse(created),
                incident.optionalTime("scheduled_for"),
                incident.optionalTime("scheduled_until"),
                incident.optionalTime("resolved_at"),
                incident.optionalTime("updated_at").orElse(created),
                updates,
                affected(incident));
    }

    private static ReportedUpdate update(Json update) {
        return new ReportedUpdate(
                update.id("id"),
                phase(update),
                update.optionalTime("display_at").or(() -> update.optionalTime("created_at")),
                PlainText.body(update.string("body").orElse("")));
    }

    private static Map<String, ComponentStatus> affected(Json incident) {
        var affected = new HashMap<String, ComponentStatus>();
        incident.optionalList("components", Limits.COMPONENTS).orElse(List.of()).stream()
                .filter(component -> !component.flag("group"))
                .forEach(component -> affected.putIfAbsent(component.id("id"), status(component)));
        return affected;
    }

    private static ComponentStatus status(Json component) {
        return ComponentStatus.of(component.id("status"))
                .orElseThrow(() -> new UnusableDocument("A component has an unknown status"));
    }

    private static Phase phase(Json entry) {
        return Phase.of(entry.id("status"))
                .orElseThrow(() -> new UnusableDocument("An incident has an unknown status"));
    }
}
