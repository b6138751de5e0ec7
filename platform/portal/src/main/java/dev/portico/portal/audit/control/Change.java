package dev.portico.portal.audit.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an act changed.
 *
 * @param field stable name, as in the API
 * @param from {@link JsonValue#NULL} for nothing
 * @param to {@link JsonValue#NULL} for nothing
 */
public record Change(String field, JsonValue from, JsonValue to) {
    static String write(List<Change> changes) {
        var array = Json.createArrayBuilder();
        changes.forEach(change -> array.add(Json.createObjectBuilder()
                .add("field", change.field)
                .add("from", change.from)
                .add("to", change.to)));
        return array.build().toString();
    }

    public static List<Change> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonArray array = reader.readArray();
            return array.getValuesAs(JsonObject.class).stream()
                    .map(change -> new Change(change.getString("field"), value(change, "from"), value(change, "to")))
                    .toList();
        }
    }

    private static JsonValue value(JsonObject change, String side) {
        return change.getOrDefault(side, JsonValue.NULL);
    }

    /** A value for people: text as it is, nothing as nothing, a list line by line, all else as JSON. */
    public static String plain(JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return "";
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(Change::plain).collect(Collectors.joining("\n"));
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
