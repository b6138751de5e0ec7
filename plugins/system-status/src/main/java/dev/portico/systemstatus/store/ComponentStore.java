package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Snapshot.ReportedComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Components, and how they were over time. */
public final class ComponentStore {
    private static final String COLUMNS =
            "id, source_id, external_id, name, language, region, position, status, first_seen_at";

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
        return Sql.isId(id) ? list("where id = ?", id).stream().findFirst() : Optional.empty();
    }

    /** When each of those that are there came to be as it is. */
    public Map<String, Instant> changes() {
        return statements
                .query("select component_id, max(started_at) as at from component_interval where ended_at is null"
                        + " group by component_id limit 2000")
                .stream()
                .collect(Collectors.toMap(row -> Sql.text(row, "component_id"), row -> Sql.time(row, "at")));
    }

    /** Since the time, the latest first. */
    public List<Interval> intervals(List<String> ids, Instant since) {
        return statements
                .query(
                        "select * from component_interval where component_id = any (string_to_array(?, ','))"
                                + " and coalesce(ended_at, 'infinity') > ? order by started_at desc limit 10000",
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
    List<Component> replace(String source, Locale language, List<ReportedComponent> reported, Instant at) {
        var known = byId(list("where source_id = ?", source));
        var wanted = reported.stream()
                .collect(Collectors.toMap(
                        one -> Sql.id(source, one.id()), Function.identity(), (first, again) -> first));
        var fresh = new ArrayList<List<@Nullable Object>>();
        var renamed = new ArrayList<List<@Nullable Object>>();
        var begun = new LinkedHashMap<String, ComponentStatus>();
        var changed = new LinkedHashMap<Component, ComponentStatus>();
        wanted.forEach((id, now) -> {
            var before = known.get(id);
            if (before == null) {
                fresh.add(row(id, source, language, now, at));
                begun.put(id, now.status());
            } else {
                if (isRenamed(before, language, now)) {
                    renamed.add(List.of(id, now.name(), language.toLanguageTag(), now.region(), now.position()));
                }
                if (before.goneAt().isPresent() || before.status() != now.status()) {
                    changed.put(before, now.status());
                }
            }
        });
        Sql.insert(statements, "component", COLUMNS, fresh, "");
        begin(begun, at);
        Sql.update(
                statements,
                "update component as c set name = n.name, language = n.language, region = n.region,"
                        + " position = n.position::int from (values %s) as n (id, name, language, region, position)"
                        + " where c.id = n.id",
                renamed);
        change(changed, at);
        leave(
                known.values().stream()
                        .filter(gone -> gone.goneAt().isEmpty() && !wanted.containsKey(gone.id()))
                        .map(Component::id)
                        .toList(),
                at);
        return List.copyOf(changed.keySet());
    }

    private static List<@Nullable Object> row(
            String id, String source, Locale language, ReportedComponent now, Instant at) {
        return List.of(
                id,
                source,
                now.id(),
                now.name(),
                language.toLanguageTag(),
                now.region(),
                now.position(),
                now.status().id(),
                at);
    }

    private static boolean isRenamed(Component before, Locale language, ReportedComponent now) {
        return !before.name().text().equals(now.name())
                || !before.name().language().equals(language)
                || !before.region().equals(now.region())
                || before.position() != now.position();
    }

    /** From then on they are so. */
    void change(Map<Component, ComponentStatus> changed, Instant at) {
        var status = new LinkedHashMap<String, ComponentStatus>();
        changed.forEach((component, now) -> status.put(component.id(), now));
        Sql.update(
                statements,
                "update component as c set status = n.status, gone_at = null from (values %s) as n (id, status)"
                        + " where c.id = n.id",
                status.entrySet().stream()
                        .map(one -> List.<@Nullable Object>of(
                                one.getKey(), one.getValue().id()))
                        .toList());
        end(status.keySet(), at);
        begin(status, at);
    }

    private void begin(Map<String, ComponentStatus> status, Instant at) {
        Sql.insert(
                statements,
                "component_interval",
                "component_id, started_at, status",
                status.entrySet().stream()
                        .map(one -> List.<@Nullable Object>of(
                                one.getKey(), at, one.getValue().id()))
                        .toList(),
                "on conflict (tenant_id, component_id, started_at)"
                        + " do update set status = excluded.status, ended_at = null");
    }

    void told(Collection<String> ids, boolean told) {
        if (!ids.isEmpty()) {
            statements.update(
                    "update component set told = ? where id = any (string_to_array(?, ','))", told, Sql.list(ids));
        }
    }

    void leave(String source, Instant at) {
        leave(
                list("where source_id = ? and gone_at is null", source).stream()
                        .map(Component::id)
                        .toList(),
                at);
    }

    void leave(Collection<String> ids, Instant at) {
        if (!ids.isEmpty()) {
            statements.update(
                    "update component set gone_at = ?, told = false where id = any (string_to_array(?, ','))",
                    at,
                    Sql.list(ids));
            end(ids, at);
        }
    }

    private void end(Collection<String> ids, Instant at) {
        if (!ids.isEmpty()) {
            statements.update(
                    "update component_interval set ended_at = greatest(started_at, ?::timestamptz)"
                            + " where component_id = any (string_to_array(?, ',')) and ended_at is null",
                    at,
                    Sql.list(ids));
        }
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
