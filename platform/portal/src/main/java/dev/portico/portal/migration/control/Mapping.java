package dev.portico.portal.migration.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What becomes what: the ids of one desk, each with the other desk's. */
public record Mapping(Map<String, String> products, Map<String, String> severities, Map<String, String> statuses) {
    public Mapping {
        products = Map.copyOf(products);
        severities = Map.copyOf(severities);
        statuses = Map.copyOf(statuses);
    }

    public Optional<String> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    public Optional<String> severity(String id) {
        return Optional.ofNullable(severities.get(id));
    }

    public Optional<String> status(String id) {
        return Optional.ofNullable(statuses.get(id));
    }

    public static Mapping parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            var object = reader.readObject();
            return new Mapping(
                    texts(object.getJsonObject("products")),
                    texts(object.getJsonObject("severities")),
                    texts(object.getJsonObject("statuses")));
        }
    }

    public String json() {
        return Json.createObjectBuilder()
                .add("products", object(products))
                .add("severities", object(severities))
                .add("statuses", object(statuses))
                .build()
                .toString();
    }

    private static Map<String, String> texts(JsonObject object) {
        var texts = new LinkedHashMap<String, String>();
        object.forEach((key, value) -> texts.put(key, ((JsonString) value).getString()));
        return texts;
    }

    private static JsonObject object(Map<String, String> texts) {
        var object = Json.createObjectBuilder();
        texts.forEach(object::add);
        return object.build();
    }
}
