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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Status.io's public status document. A component in a container, which is a place, is one of ours in a region. The
 * document lists what is not over: what is gone from it is over.
 */
final class StatusIoDocument {
    private final Json result;
    private final Instant fetched;
    private final List<ReportedComponent> components = new ArrayList<>();

    private StatusIoDocument(Json root, Instant fetched) {
        this.result = root.object("result");
        this.fetched = fetched;
    }

    static Snapshot read(Json root, Instant fetched) {
        return new StatusIoDocument(root, fetched).snapshot();
    }

    private Snapshot snapshot() {
        result.list("status", Limits.COMPONENTS).forEach(this::component);
        if (components.size() > Limits.COMPONENTS) {
            throw new UnusableDocument("There are more than " + Limits.COMPONENTS + " components in all places");
        }
        var maintenance = result.object("maintenance");
        var incidents = new ArrayList<ReportedIncident>();
        result.list("incidents", Limits.OPEN).forEach(incident -> incidents.add(incident(incident)));
        maintenance.list("active", Limits.OPEN).forEach(entry -> incidents.add(maintenance(entry, Phase.IN_PROGRESS)));
        maintenance.list("upcoming", Limits.OPEN).forEach(entry -> incidents.add(maintenance(entry, Phase.SCHEDULED)));
        return new Snapshot(
                Optional.empty(),
                Optional.of(components),
                incidents,
                List.of(
                        new Withdrawal(false, Instant.EPOCH, fetched, true),
                        new Withdrawal(true, Instant.EPOCH, fetched, true)));
    }

    private void component(Json component) {
        var id = component.id("id");
        var name = component.line("name");
        var places = component.optionalList("containers", Limits.COMPONENTS).orElse(List.of());
        if (places.isEmpty()) {
            components.add(new ReportedComponent(id, name, "", components.size(), status(component)));
        }
        places.forEach(place -> components.add(new ReportedComponent(
                id + "." + place.id("id"), name, place.line("name"), components.size(), status(place))));
    }

    private ReportedIncident incident(Json incident) {
        var messages = messages(incident);
        var worst = messages.isEmpty() ? ComponentStatus.DEGRADED : status(messages.get(messages.size() - 1));
        var updates = messages.stream()
                .map(message -> update(message, phase(message)))
                .toList();
        return reported(incident, false, Impact.of(worst), last(updates, Phase.INVESTIGATING), updates, worst);
    }

    private ReportedIncident maintenance(Json entry, Phase phase) {
        var messages = messages(entry);
        var updates = new ArrayList<ReportedUpdate>();
        for (var message : messages) {
            updates.add(update(message, message == messages.get(messages.size() - 1) ? phase : Phase.SCHEDULED));
        }
        return reported(entry, true, Impact.NONE, phase, updates, ComponentStatus.MAINTENANCE);
    }

    private ReportedIncident reported(
            Json entry,
            boolean maintenance,
            Impact impact,
            Phase phase,
            List<ReportedUpdate> updates,
            ComponentStatus effect) {
        var opened = entry.time("datetime_open");
        return new ReportedIncident(
                entry.id("_id"),
                maintenance,
                entry.line("name"),
                impact,
                phase,
                opened,
                entry.optionalTime("datetime_planned_start"),
                entry.optionalTime("datetime_planned_end"),
                Optional.empty(),
                updates.isEmpty()
                        ? opened
                        : updates.get(updates.size() - 1).at().orElse(opened),
                updates,
                affected(entry, effect));
    }

    private Map<String, ComponentStatus> affected(Json entry, ComponentStatus effect) {
        var hit = ids(entry, "components_affected");
        var places = ids(entry, "containers_affected");
        var affected = new HashMap<String, ComponentStatus>();
        for (var component : components) {
            var dot = component.id().indexOf('.');
            var of = dot < 0 ? component.id() : component.id().substring(0, dot);
            if (hit.contains(of)
                    && (dot < 0
                            || places.isEmpty()
                            || places.contains(component.id().substring(dot + 1)))) {
                affected.put(component.id(), effect);
            }
        }
        return affected;
    }

    private static Set<String> ids(Json entry, String name) {
        return entry.optionalList(name, Limits.COMPONENTS).orElse(List.of()).stream()
                .map(hit -> hit.id("_id"))
                .collect(Collectors.toSet());
    }

    private static List<Json> messages(Json entry) {
        var all = entry.optionalList("messages", Limits.ABSURD).orElse(List.of()).stream()
                .sorted(Comparator.comparing(message -> message.time("datetime")))
                .toList();
        return Limits.latest(all, Limits.UPDATES, message -> message.time("datetime"));
    }

    private static ReportedUpdate update(Json message, Phase phase) {
        var at = message.time("datetime");
        var body = PlainText.body(message.string("details").orElse(""));
        return new ReportedUpdate(at.toString(), phase, Optional.of(at), body);
    }

    private static Phase last(List<ReportedUpdate> updates, Phase otherwise) {
        return updates.isEmpty() ? otherwise : updates.get(updates.size() - 1).phase();
    }

    private static Phase phase(Json message) {
        return switch (message.number("state").orElse(100)) {
            case 200 -> Phase.IDENTIFIED;
            case 300 -> Phase.MONITORING;
            default -> Phase.INVESTIGATING;
        };
    }

    private static ComponentStatus status(Json entry) {
        var code = entry.number("status_code").or(() -> entry.number("status")).orElse(0);
        return switch (code) {
            case 100 -> ComponentStatus.OPERATIONAL;
            case 200 -> ComponentStatus.MAINTENANCE;
            case 300 -> ComponentStatus.DEGRADED;
            case 400 -> ComponentStatus.PARTIAL_OUTAGE;
            // the last is a security event, which Status.io shows as grave as a disruption
            case 500, 600 -> ComponentStatus.MAJOR_OUTAGE;
            default -> throw new UnusableDocument("A component has the unknown status code " + code);
        };
    }
}
