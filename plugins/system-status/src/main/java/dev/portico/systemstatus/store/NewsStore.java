package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.model.ComponentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be told and was not taken yet. */
public final class NewsStore {
    /** A change. */
    public record Change(
            String id,
            Instant at,
            NewsKind kind,
            Optional<String> incident,
            Optional<String> update,
            Optional<String> component,
            Optional<ComponentStatus> status) {
        static Change of(Row row) {
            return new Change(
                    Sql.text(row, "id"),
                    Sql.time(row, "at"),
                    NewsKind.of(Sql.text(row, "kind")),
                    row.text("incident_id"),
                    row.text("update_id"),
                    row.text("component_id"),
                    row.text("status").flatMap(ComponentStatus::of));
        }
    }

    /** Nobody wants to hear of what was so long ago. */
    static final Duration KEEP = Duration.ofDays(7);

    private final Statements statements;

    public NewsStore(Statements statements) {
        this.statements = statements;
    }

    /** The oldest first. */
    public List<Change> pending(int most) {
        return statements.query("select * from news order by turn limit " + most).stream()
                .map(Change::of)
                .toList();
    }

    public int taken(Set<String> ids) {
        return ids.isEmpty()
                ? 0
                : statements.update("delete from news where id = any (string_to_array(?, ','))", Sql.list(ids));
    }

    /** @param turn what tells this change of the incident from its others */
    void incident(NewsKind kind, String incident, String turn, Instant at) {
        add(kind, incident + "." + kind.id() + "." + turn, at, incident, null);
    }

    void update(NewsKind kind, String incident, String update, Instant at) {
        add(kind, incident + "." + update, at, incident, update);
    }

    /** How they are now. */
    void components(List<Component> changed, Instant at) {
        Sql.insert(
                statements,
                "news",
                "id, at, kind, component_id, status",
                changed.stream()
                        .map(component -> List.<@Nullable Object>of(
                                component.id() + "." + at.toEpochMilli(),
                                at,
                                NewsKind.COMPONENT.id(),
                                component.id(),
                                component.status().id()))
                        .toList(),
                "on conflict do nothing");
    }

    private void add(NewsKind kind, String id, Instant at, String incident, @Nullable String update) {
        statements.update(
                "insert into news (id, at, kind, incident_id, update_id) values (?, ?, ?, ?, ?) on conflict do nothing",
                id,
                at,
                kind.id(),
                incident,
                update);
    }
}
