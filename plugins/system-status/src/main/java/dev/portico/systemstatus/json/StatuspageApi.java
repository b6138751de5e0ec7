package dev.portico.systemstatus.json;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.table.Statements;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.WebRequest;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.Board;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.ComponentStore;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.IncidentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers below {@code status/api/v2}. */
public final class StatuspageApi {
    private static final Duration FRESH = Duration.ofSeconds(30);
    /** As many as Statuspage lists. */
    private static final int LATEST = 50;

    private static final Predicate<Incident> PLANNED = Incident::maintenance;

    private final TenantView tenant;
    private final WebRequest request;

    private StatuspageApi(TenantView tenant, WebRequest request) {
        this.tenant = tenant;
        this.request = request;
    }

    public static Answer answer(TenantView tenant, WebRequest request) {
        return new StatuspageApi(tenant, request)
                .document(String.join("/", request.rest()))
                .<Answer>map(json -> new Answer.Document(
                        "application/json",
                        new GsonBuilder().serializeNulls().create().toJson(json),
                        FRESH))
                .orElseGet(Answer.Absent::new);
    }

    private Optional<JsonObject> document(String path) {
        return switch (path) {
            case "status.json" -> Optional.of(withStatus(page(), Board.of(tenant)));
            case "summary.json" -> Optional.of(summary());
            case "components.json" -> Optional.of(components(page(), Board.of(tenant)));
            case "incidents.json" -> Optional.of(latest("incidents", false));
            case "incidents/unresolved.json" -> Optional.of(open("incidents", PLANNED.negate()));
            case "scheduled-maintenances.json" -> Optional.of(latest("scheduled_maintenances", true));
            case "scheduled-maintenances/upcoming.json" ->
                Optional.of(open("scheduled_maintenances", PLANNED.and(incident -> !incident.active())));
            case "scheduled-maintenances/active.json" ->
                Optional.of(open("scheduled_maintenances", PLANNED.and(Incident::active)));
            default -> Optional.empty();
        };
    }

    private JsonObject summary() {
        var board = Board.of(tenant);
        var json = components(page(), board);
        json.add("incidents", incidents(board.open(), PLANNED.negate()));
        json.add("scheduled_maintenances", incidents(board.open(), PLANNED));
        return withStatus(json, board);
    }

    private JsonObject page() {
        var page = new JsonObject();
        page.addProperty("id", tenant.id());
        page.addProperty("name", tenant.id());
        page.addProperty("url", request.home() + "/status");
        page.addProperty("time_zone", "Etc/UTC");
        page.addProperty("updated_at", changed().toString());
        var json = new JsonObject();
        json.add("page", page);
        return json;
    }

    /** A page where nothing has ever happened has not changed since long ago. */
    private Instant changed() {
        return tenant.tables().transact(StatuspageApi::lastChange).orElse(Instant.parse("2000-01-01T00:00:00Z"));
    }

    private static Optional<Instant> lastChange(Statements statements) {
        return statements
                .query("select greatest((select max(greatest(updated_at, ended_at)) from incident),"
                        + " (select max(greatest(started_at, ended_at)) from component_interval)) as changed")
                .get(0)
                .instant("changed");
    }

    private JsonObject components(JsonObject json, Board board) {
        var changes = tenant.tables().transact(statements -> new ComponentStore(statements).changes());
        json.add("components", new ComponentJson(tenant.id(), changes).all(board.regions()));
        return json;
    }

    private static JsonObject withStatus(JsonObject json, Board board) {
        var status = new JsonObject();
        status.addProperty("indicator", indicator(board.worst()));
        status.addProperty("description", description(board.worst()));
        json.add("status", status);
        return json;
    }

    private static String indicator(ComponentStatus worst) {
        return switch (worst) {
            case OPERATIONAL -> "none";
            case MAINTENANCE -> "maintenance";
            case DEGRADED -> "minor";
            case PARTIAL_OUTAGE -> "major";
            case MAJOR_OUTAGE -> "critical";
        };
    }

    /** In English, as tools expect it. */
    private static String description(ComponentStatus worst) {
        return switch (worst) {
            case OPERATIONAL -> "All Systems Operational";
            case MAINTENANCE -> "Service Under Maintenance";
            case DEGRADED -> "Partially Degraded Service";
            case PARTIAL_OUTAGE -> "Partial System Outage";
            case MAJOR_OUTAGE -> "Major Service Outage";
        };
    }

    private JsonObject latest(String name, boolean maintenance) {
        var latest = tenant.tables().transact(statements -> new IncidentStore(statements).latest(maintenance, LATEST));
        var json = page();
        json.add(name, incidents(latest, incident -> true));
        return json;
    }

    private JsonObject open(String name, Predicate<Incident> wanted) {
        var json = page();
        json.add(name, incidents(tenant.tables().transact(statements -> new IncidentStore(statements).open()), wanted));
        return json;
    }

    private JsonArray incidents(List<Incident> all, Predicate<Incident> wanted) {
        var shown = all.stream().filter(wanted).toList();
        var ids = shown.stream().map(Incident::id).toList();
        return tenant.tables().transact(statements -> {
            var store = new IncidentStore(statements);
            var affected = store.affected(ids);
            var components = new ComponentStore(statements);
            var touched = components.named(affected.values().stream()
                    .flatMap(one -> one.keySet().stream())
                    .distinct()
                    .toList());
            var json = new IncidentJson(
                    request.home() + "/status/incidents/",
                    tenant.id(),
                    new ComponentJson(tenant.id(), components.changes()));
            var updates = store.updates(ids);
            return shown.stream()
                    .map(incident -> json.one(
                            incident,
                            updates.getOrDefault(incident.id(), List.of()),
                            affected.getOrDefault(incident.id(), Map.of()).keySet().stream()
                                    .flatMap(id -> Optional.<Component>ofNullable(touched.get(id)).stream())
                                    .collect(Collectors.toList())))
                    .collect(JsonArray::new, JsonArray::add, JsonArray::addAll);
        });
    }
}
