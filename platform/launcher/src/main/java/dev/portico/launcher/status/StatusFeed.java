package dev.portico.launcher.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * Documents in the shape of Atlassian Statuspage, version 2: {@code /status/harmony/api/v2/summary.json} and so on. What
 * happened did so before the demonstration's first start, and stays as it was.
 */
public final class StatusFeed implements HttpHandler {
    private static final Set<String> OVER = Set.of("resolved", "postmortem", "completed");

    private final Map<String, JsonObject> documents = new HashMap<>();

    /** @param since the demonstration's first start */
    public StatusFeed(Instant since) {
        for (var name : List.of("harmony", "app-builder")) {
            publish(name, StatusTemplate.read(name, since));
        }
    }

    private void publish(String name, JsonObject template) {
        var components = template.getJsonArray("components");
        var incidents = withComponents(template.getJsonArray("incidents"), components);
        var maintenance = withComponents(template.getJsonArray("scheduled_maintenances"), components);
        put(
                name,
                "summary",
                page(template)
                        .add("components", components)
                        .add("incidents", only(incidents, StatusFeed::goesOn))
                        .add("scheduled_maintenances", only(maintenance, StatusFeed::goesOn))
                        .add("status", template.getJsonObject("status")));
        put(name, "incidents", page(template).add("incidents", incidents));
        put(name, "scheduled-maintenances", page(template).add("scheduled_maintenances", maintenance));
    }

    private void put(String name, String document, JsonObjectBuilder content) {
        documents.put("/status/" + name + "/api/v2/" + document + ".json", content.build());
    }

    private static JsonObjectBuilder page(JsonObject template) {
        return Json.createObjectBuilder().add("page", template.getJsonObject("page"));
    }

    private static boolean goesOn(JsonObject incident) {
        return !OVER.contains(incident.getString("status"));
    }

    private static JsonArray only(JsonArray all, Predicate<JsonObject> wanted) {
        return all.getValuesAs(JsonObject.class).stream().filter(wanted).collect(array());
    }

    /** The template names components by their ids. */
    private static JsonArray withComponents(JsonArray incidents, JsonArray components) {
        return incidents.getValuesAs(JsonObject.class).stream()
                .map(incident -> Json.createObjectBuilder(incident)
                        .add("components", named(incident.getJsonArray("components"), components))
                        .build())
                .collect(array());
    }

    private static JsonArray named(JsonArray ids, JsonArray components) {
        var wanted = ids.getValuesAs(JsonString::getString);
        return only(components, component -> wanted.contains(component.getString("id")));
    }

    private static Collector<JsonValue, JsonArrayBuilder, JsonArray> array() {
        return Collector.of(
                Json::createArrayBuilder, JsonArrayBuilder::add, JsonArrayBuilder::addAll, JsonArrayBuilder::build);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var document =
                    Optional.ofNullable(documents.get(exchange.getRequestURI().getPath()));
            var body = document.map(JsonObject::toString).orElse("{}").getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json; charset=utf-8");
            headers.set("X-Content-Type-Options", "nosniff");
            var tag = "\"" + Integer.toHexString(document.hashCode()) + "\"";
            headers.set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(document.isPresent() ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
