package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Impact;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Wording;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What staff write themselves, and the translations that they make of a provider's words. */
public final class ManualIncidents {
    /**
     * What staff say of an incident or maintenance.
     *
     * @param from when maintenance is planned to begin
     * @param components ids
     */
    public record Content(
            Wording title, Impact impact, Optional<Instant> from, Optional<Instant> until, Set<String> components) {
        public Content {
            components = Set.copyOf(components);
        }
    }

    private final Statements statements;
    private final Instant now;
    private final IncidentStore incidents;
    private final IncidentWriter writer;
    private final NewsStore news;

    public ManualIncidents(Statements statements, Instant now) {
        this.statements = statements;
        this.now = now;
        this.incidents = new IncidentStore(statements);
        this.writer = new IncidentWriter(statements);
        this.news = new NewsStore(statements);
    }

    /**
     * @param key unique to the form that was filled in: one that comes twice makes one incident
     * @return its id
     */
    public String add(String key, boolean maintenance, Content content, Phase phase, Wording body) {
        Sql.lock(statements);
        var id = Sql.id(Source.MANUAL, key);
        if (incidents.find(id).isEmpty()) {
            var ended = phase.over() ? Optional.of(now) : Optional.<Instant>empty();
            writer.insert(new Incident(
                    id,
                    Source.MANUAL,
                    maintenance,
                    content.title(),
                    content.impact(),
                    phase,
                    now,
                    content.from(),
                    content.until(),
                    now,
                    ended,
                    ended.map(time -> Ending.TOLD),
                    0));
            writer.insert(List.of(new Update(id, Sql.id(id, key), phase, now, body)));
            affect(id, maintenance, content);
            news.incident(NewsKind.ofNew(phase), id, "first", now);
            settle();
        }
        return id;
    }

    /**
     * @param key as above, of the update
     * @return whether there was still something to say of it
     */
    public boolean say(String id, String key, Phase phase, Wording body) {
        Sql.lock(statements);
        var found = own(id);
        found.ifPresent(before -> {
            var update = new Update(id, Sql.id(id, key), phase, now, body);
            if (updates(id).stream().noneMatch(known -> known.id().equals(update.id()))) {
                writer.insert(List.of(update));
                writer.update(before.step(phase, now));
                news.update(NewsKind.ofStep(before.phase(), phase), id, update.id(), now);
                settle();
            }
        });
        return found.isPresent();
    }

    /** @return whether it was still that version */
    public boolean change(String id, long version, Content content) {
        Sql.lock(statements);
        var found = own(id).filter(before -> before.version() == version);
        found.ifPresent(before -> {
            writer.update(before.edited(content.title(), content.impact(), content.from(), content.until(), now));
            affect(id, before.maintenance(), content);
            var moved = !before.scheduledFor().equals(content.from())
                    || !before.scheduledUntil().equals(content.until());
            if (moved && before.phase() == Phase.SCHEDULED) {
                news.incident(NewsKind.RESCHEDULED, id, Long.toString(version + 1), now);
            }
            settle();
        });
        return found.isPresent();
    }

    /** It was a mistake, or will not be. */
    public void withdraw(String id) {
        Sql.lock(statements);
        own(id).filter(open -> open.endedAt().isEmpty()).ifPresent(open -> {
            writer.end(id, open.phase(), now, Ending.WITHDRAWN);
            news.incident(NewsKind.WITHDRAWN, id, Long.toString(open.version() + 1), now);
            settle();
        });
    }

    /**
     * Of anybody's incident. Nobody is told: nothing has happened.
     *
     * @param bodies by update
     */
    public void reword(String id, Wording title, Map<String, Wording> bodies) {
        Sql.lock(statements);
        incidents.find(id).ifPresent(found -> {
            if (!found.title().equals(title)) {
                writer.update(found.titled(title));
            }
            updates(id).stream()
                    .filter(update ->
                            !bodies.getOrDefault(update.id(), update.body()).equals(update.body()))
                    .forEach(update -> writer.rewrite(update, bodies.getOrDefault(update.id(), update.body())));
        });
    }

    private Optional<Incident> own(String id) {
        return incidents.find(id).filter(found -> found.manual() && !found.withdrawn());
    }

    private List<Update> updates(String id) {
        return incidents.updates(List.of(id)).getOrDefault(id, List.of());
    }

    private void affect(String id, boolean maintenance, Content content) {
        var effect =
                maintenance ? ComponentStatus.MAINTENANCE : content.impact().effect();
        var components = new ComponentStore(statements);
        var chosen = new HashSet<>(content.components());
        chosen.removeIf(component -> !Sql.isId(component));
        // what is gone can be chosen no more, and was affected all the same
        var before = incidents.affected(List.of(id)).getOrDefault(id, Map.of()).keySet();
        components.named(List.copyOf(before)).values().stream()
                .filter(component -> component.goneAt().isPresent())
                .forEach(component -> chosen.add(component.id()));
        var there = components.named(List.copyOf(chosen)).keySet();
        writer.affect(id, there.stream().collect(Collectors.toMap(Function.identity(), one -> effect)));
    }

    private void settle() {
        new ManualComponents(statements).settle(now);
    }
}
