package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Snapshot.ReportedComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Components, and how they were over time. */
public final class ComponentStore {
    private static final String COLUMNS = "id, source_id, external_id, name, region, position, status, first_seen_at";

    /** How a component was for some time. */
    public record Interval(String component, ComponentStatus status, Instant from, Optional<Instant> to) {
        static Interval of(Row row) {
            return new Interval(
                    Sql.text(row, "component_id"),
                    ComponentStatus.of(Sql.text(row, "status")).orElseThrow(),
                    Sql.time(row, "started_at"),
                    row.instant("ended_at"));
        }
    }

    private final Statements statements;

    public ComponentStore(Statements statements) {
        this.statements = statements;
    }

    /** Those that are there, in the order in which they are shown. */
    public List<Component> present() {
        return list("where gone_at is null order by position, name, id limit 2000");
    }

    /** Those that are there or were. */
    public Map<String, Component> named(List<String> ids) {
        return ids.isEmpty() ? Map.of() : byId(list("where id = any (string_to_array(?, ','))", Sql.list(ids)));
    }

    public Optional<Component> find(String id) {
        return list("where id = ?", id).stream().findFirst();
    }

    /** When each of those that are there came to be as it is. */
    public Map<String, Instant> changes() {
        return statements
                .query("select component_id, max(started_at) as at from component_interval where ended_at is null"
                        + " group by component_id limit 2000")
                .stream()
                .collect(Collectors.toMap(row -> Sql.text(row, "component_id"), row -> Sql.time(row, "at")));
    }

    /** Since the time, the oldest first. */
    public List<Interval> intervals(List<String> ids, Instant since) {
        return statements
                .query(
                        "select * from component_interval where component_id = any (string_to_array(?, ','))"
                                + " and coalesce(ended_at, 'infinity') > ? order by started_at limit 10000",
                        Sql.list(ids),
                        since)
                .stream()
                .map(Interval::of)
                .toList();
    }

    /**
     * Makes the source's components those of its document.
     *
     * @return those whose status has changed, as they were before
     */
    List<Component> replace(String source, List<ReportedComponent> reported, Instant at) {
        var known = byId(list("where source_id = ?", source));
        var wanted = reported.stream()
                .collect(Collectors.toMap(
                        one -> Sql.id(source, one.id()), Function.identity(), (first, again) -> first));
        var fresh = new ArrayList<List<@Nullable Object>>();
        var begun = new ArrayList<List<@Nullable Object>>();
        var changed = new ArrayList<Component>();
        wanted.forEach((id, now) -> {
            var before = known.get(id);
            if (before == null) {
                fresh.add(row(id, source, now, at));
                begun.add(List.of(id, at, now.status().id()));
            } else {
                rename(before, now);
                if (before.goneAt().isPresent() || before.status() != now.status()) {
                    change(before, now.status(), at);
                    changed.add(before);
                }
            }
        });
        Sql.insert(statements, "component", COLUMNS, fresh);
        Sql.insert(statements, "component_interval", "component_id, started_at, status", begun);
        known.values().stream()
                .filter(gone -> gone.goneAt().isEmpty() && !wanted.containsKey(gone.id()))
                .forEach(gone -> leaveOne(gone.id(), at));
        return changed;
    }

    private static List<@Nullable Object> row(String id, String source, ReportedComponent now, Instant at) {
        return List.of(
                id,
                source,
                now.id(),
                now.name(),
                now.region(),
                now.position(),
                now.status().id(),
                at);
    }

    private void rename(Component before, ReportedComponent now) {
        if (!before.name().text().equals(now.name())
                || !before.region().equals(now.region())
                || before.position() != now.position()) {
            statements.update(
                    "update component set name = ?, region = ?, position = ? where id = ?",
                    now.name(),
                    now.region(),
                    now.position(),
                    before.id());
        }
    }

    /** From then on it is so. */
    void change(Component component, ComponentStatus status, Instant at) {
        statements.update("update component set status = ?, gone_at = null where id = ?", status.id(), component.id());
        end(component.id(), at);
        statements.update(
                "insert into component_interval (component_id, started_at, status) values (?, ?, ?)"
                        + " on conflict (tenant_id, component_id, started_at)"
                        + " do update set status = excluded.status, ended_at = null",
                component.id(),
                at,
                status.id());
    }

    void told(String id, boolean told) {
        statements.update("update component set told = ? where id = ?", told, id);
    }

    void leave(String source, Instant at) {
        list("where source_id = ? and gone_at is null", source).forEach(gone -> leaveOne(gone.id(), at));
    }

    void leaveOne(String id, Instant at) {
        statements.update("update component set gone_at = ?, told = false where id = ?", at, id);
        end(id, at);
    }

    private void end(String id, Instant at) {
        statements.update(
                "update component_interval set ended_at = greatest(started_at, ?::timestamptz)"
                        + " where component_id = ? and ended_at is null",
                at,
                id);
    }

    private List<Component> list(String condition, @Nullable Object... values) {
        return statements.query("select * from component " + condition, values).stream()
                .map(Component::of)
                .toList();
    }

    private static Map<String, Component> byId(List<Component> components) {
        return components.stream().collect(Collectors.toMap(Component::id, Function.identity()));
    }
}
