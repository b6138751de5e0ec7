package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.model.Uptime.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How components were over time: as it was observed, and before the first observation as incidents tell that affected
 * them. How they are while their source does not answer is not known.
 */
public final class ComponentSpans {
    private final Statements statements;
    private final Instant now;

    public ComponentSpans(Statements statements, Instant now) {
        this.statements = statements;
        this.now = now;
    }

    /** By component. */
    public Map<String, List<Span>> of(List<Component> components, Instant since) {
        var spans = new HashMap<String, List<Span>>();
        var ids = components.stream().map(Component::id).toList();
        var until = new HashMap<String, Instant>();
        var silent = silent();
        components.forEach(component -> until.put(component.id(), silent.getOrDefault(component.source(), now)));
        new ComponentStore(statements).intervals(ids, since).forEach(interval -> {
            var to = interval.to().orElse(until.getOrDefault(interval.component(), now));
            if (to.isAfter(interval.from())) {
                spans.computeIfAbsent(interval.component(), id -> new ArrayList<>())
                        .add(new Span(interval.from(), to, interval.status()));
            }
        });
        var incidents = new IncidentStore(statements);
        var past = incidents.between(since, now);
        var affected = incidents.affected(past.stream().map(Incident::id).toList());
        for (var component : components) {
            for (var incident : past) {
                var status = affected.getOrDefault(incident.id(), Map.of()).get(component.id());
                if (status != null && incident.begins().isBefore(component.firstSeenAt())) {
                    spans.computeIfAbsent(component.id(), id -> new ArrayList<>())
                            .add(new Span(incident.begins(), end(component, incident), status));
                }
            }
        }
        return spans;
    }

    /** Since when nobody knows how the components of a source are. */
    private Map<String, Instant> silent() {
        var silent = new HashMap<String, Instant>();
        new SourceStore(statements)
                .feeds().stream()
                        .filter(feed -> feed.stale() && Source.tellsComponents(feed.id()))
                        .forEach(feed -> feed.okAt().ifPresent(good -> silent.put(feed.source(), good)));
        return silent;
    }

    private static Instant end(Component component, Incident incident) {
        return incident.endedAt()
                .filter(end -> end.isBefore(component.firstSeenAt()))
                .orElse(component.firstSeenAt());
    }
}
