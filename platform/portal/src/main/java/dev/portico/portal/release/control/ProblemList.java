package dev.portico.portal.release.control;

import dev.portico.plugin.host.Problem;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.TreeMap;

/** Problems as JSON, so that each reader gets them in their own language: a list of {@code {"key", "place", "arguments"}}. */
public final class ProblemList {
    private ProblemList() {}

    public static String write(List<Problem> problems) {
        var list = Json.createArrayBuilder();
        problems.forEach(problem -> {
            var arguments = Json.createObjectBuilder();
            problem.arguments().forEach((name, value) -> {
                if (value instanceof Number number) {
                    arguments.add(name, number.longValue());
                } else {
                    arguments.add(name, value.toString());
                }
            });
            list.add(Json.createObjectBuilder()
                    .add("key", problem.key())
                    .add("place", problem.place())
                    .add("arguments", arguments));
        });
        return list.build().toString();
    }

    public static List<Problem> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(ProblemList::problem)
                    .toList();
        }
    }

    private static Problem problem(JsonObject json) {
        var arguments = new TreeMap<String, Object>();
        json.getJsonObject("arguments").forEach((name, value) -> arguments.put(name, argument(value)));
        return new Problem(json.getString("key"), json.getString("place"), arguments);
    }

    private static Object argument(JsonValue value) {
        return value instanceof JsonNumber number ? number.longValue() : ((JsonString) value).getString();
    }
}
