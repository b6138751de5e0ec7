package dev.portico.systemstatus.web;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.store.Board;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What pages have in common. */
public final class Blocks {
    public static final Address HOME = Address.tenant("status");
    public static final Address DESK = Address.staff("status");

    private Blocks() {}

    public static Address incident(Incident incident) {
        return Address.tenant("status/incidents/" + incident.id());
    }

    public static Address desk(Incident incident) {
        return desk(incident.id());
    }

    public static Address desk(String incident) {
        return Address.staff("status/incidents/" + incident);
    }

    public static Text kind(Incident incident) {
        return incident.maintenance() ? Text.of("incident.is-maintenance") : Text.of("incident.is-incident");
    }

    public static Text moment(Instant time) {
        return Text.of("time.at", Map.of("time", time));
    }

    /** A new ticket that is linked to the incident. */
    public static Address report(Incident incident) {
        return new Address.OfTenant("tickets/new", Map.of("issue", "system-status/" + incident.id()));
    }

    /** “12 minutes”. */
    public static Text age(Duration age) {
        if (age.toHours() < 1) {
            return Text.of("age.minutes", Map.of("count", Math.max(1, age.toMinutes())));
        }
        return age.toDays() < 2
                ? Text.of("age.hours", Map.of("count", age.toHours()))
                : Text.of("age.days", Map.of("count", age.toDays()));
    }

    /** That what is shown may be old. */
    public static List<Block> stale(Board board, Instant now) {
        return board.stale().stream()
                .<Block>map(stale -> new Block.Callout(
                        Tone.WARNING,
                        Text.of("status.stale"),
                        stale.since()
                                .map(since ->
                                        Text.of("status.stale.since", Map.of("age", age(Duration.between(since, now)))))
                                .orElse(Text.of("status.stale.never")),
                        List.of()))
                .toList();
    }

    /** Components, by region. */
    public static List<Section> components(
            List<Map.Entry<String, List<Component>>> regions, Function<Component, Optional<Address>> link) {
        var sections = new ArrayList<Section>();
        for (var region : regions) {
            var states = region.getValue().stream()
                    .map(component -> new Block.State(
                            component.name().asText(),
                            link.apply(component),
                            Optional.empty(),
                            component.status().tone(),
                            component.status().label()))
                    .toList();
            sections.add(Section.of(region(region.getValue().get(0)), new Block.States(states)));
        }
        return sections;
    }

    /** The title of what stands in the component's region. */
    public static Text region(Component component) {
        return component.region().isBlank() ? Text.of("status.components") : component.regionName();
    }

    /** Incidents with the latest that was said about them. */
    public static Block timeline(
            List<Incident> incidents, Map<String, List<Update>> updates, Function<Incident, Address> link) {
        return new Block.Timeline(incidents.stream()
                .map(incident -> new Block.Event(
                        incident.begins(),
                        incident.tone(),
                        incident.state(),
                        Optional.of(new Link(incident.title().asText(), link.apply(incident))),
                        latest(incident, updates.getOrDefault(incident.id(), List.of()))))
                .toList());
    }

    private static Text latest(Incident incident, List<Update> updates) {
        if (incident.maintenance() && !incident.active() && incident.endedAt().isEmpty()) {
            return window(incident).orElse(Text.NONE);
        }
        return updates.isEmpty()
                ? Text.NONE
                : updates.get(updates.size() - 1).body().asText();
    }

    /** From when to when maintenance is planned. */
    public static Optional<Text> window(Incident incident) {
        return incident.scheduledFor().map(start -> incident.scheduledUntil()
                .map(end -> Text.of("maintenance.window", Map.of("from", start, "to", end)))
                .orElse(Text.of("maintenance.from", Map.of("from", start))));
    }
}
