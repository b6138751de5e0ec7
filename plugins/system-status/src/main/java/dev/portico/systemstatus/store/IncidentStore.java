package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.model.ComponentStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads incidents and maintenance. */
public final class IncidentStore {
    private static final String AMONG = "any (string_to_array(?, ','))";

    private final Statements statements;

    public IncidentStore(Statements statements) {
        this.statements = statements;
    }

    /** Whatever is not over, maintenance to come included; what began first comes last. */
    public List<Incident> open() {
        return list("where ended_at is null order by started_at desc, id limit 500");
    }

    public Optional<Incident> find(String id) {
        return Sql.isId(id) ? list("where id = ?", id).stream().findFirst() : Optional.empty();
    }

    /** Those that touched the span of time, the latest first. */
    public List<Incident> between(Instant from, Instant to) {
        return list(
                "where coalesce(scheduled_for, started_at) < ? and coalesce(ended_at, 'infinity') >= ?"
                        + " and not (maintenance and phase = 'scheduled' and ended_at is null)"
                        + " order by coalesce(scheduled_for, started_at) desc, id limit 200",
                to,
                from);
    }

    public List<Incident> latest(boolean maintenance, int most) {
        return list("where maintenance = ? order by started_at desc, id limit " + most, maintenance);
    }

    /** When the first of all began. */
    public Optional<Instant> first() {
        return statements
                .query("select min(started_at) as first from incident")
                .get(0)
                .instant("first");
    }

    public Map<String, Incident> named(Collection<String> ids) {
        return list("where id = " + AMONG, Sql.list(ids)).stream()
                .collect(Collectors.toMap(Incident::id, Function.identity()));
    }

    List<Incident> openOf(String source) {
        return list("where source_id = ? and ended_at is null", source);
    }

    /** The oldest first, by incident. */
    public Map<String, List<Update>> updates(Collection<String> incidents) {
        return incidents.isEmpty()
                ? Map.of()
                : statements
                        .query(
                                "select * from incident_update where incident_id = " + AMONG
                                        + " order by at, id limit 10000",
                                Sql.list(incidents))
                        .stream()
                        .map(Update::of)
                        .collect(Collectors.groupingBy(Update::incident));
    }

    /** When something was said last, by incident. */
    Map<String, Instant> heard(Collection<String> incidents) {
        return incidents.isEmpty()
                ? Map.of()
                : statements
                        .query(
                                "select incident_id, max(at) as at from incident_update where incident_id = " + AMONG
                                        + " group by incident_id",
                                Sql.list(incidents))
                        .stream()
                        .collect(Collectors.toMap(row -> Sql.text(row, "incident_id"), row -> Sql.time(row, "at")));
    }

    /** By incident: components by id, with what becomes of them. */
    public Map<String, Map<String, ComponentStatus>> affected(Collection<String> incidents) {
        var affected = new LinkedHashMap<String, Map<String, ComponentStatus>>();
        if (!incidents.isEmpty()) {
            statements
                    .query(
                            "select * from incident_component where incident_id = " + AMONG
                                    + " order by component_id limit 10000",
                            Sql.list(incidents))
                    .forEach(row -> affected.computeIfAbsent(
                                    Sql.text(row, "incident_id"), incident -> new LinkedHashMap<>())
                            .put(
                                    Sql.text(row, "component_id"),
                                    ComponentStatus.of(Sql.text(row, "status")).orElseThrow()));
        }
        return affected;
    }

    private List<Incident> list(String condition, @Nullable Object... values) {
        return statements.query("select * from incident " + condition, values).stream()
                .map(Incident::of)
                .toList();
    }
}
