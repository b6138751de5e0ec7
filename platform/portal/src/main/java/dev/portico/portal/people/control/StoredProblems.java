package dev.portico.portal.people.control;

import dev.portico.portal.failure.FieldProblem;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Problems as they are kept, to be said in the words of whoever reads them. */
final class StoredProblems {
    private StoredProblems() {}

    static String write(List<FieldProblem> problems) {
        var array = Json.createArrayBuilder();
        problems.forEach(problem -> {
            var args = Json.createObjectBuilder();
            problem.args().forEach((name, value) -> {
                if (value instanceof Number number) {
                    args.add(name, number.longValue());
                } else {
                    args.add(name, String.valueOf(value));
                }
            });
            array.add(Json.createObjectBuilder()
                    .add("field", problem.field())
                    .add("key", problem.key())
                    .add("args", args));
        });
        return array.build().toString();
    }

    static List<FieldProblem> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(stored -> new FieldProblem(
                            stored.getString("field"), stored.getString("key"), args(stored.getJsonObject("args"))))
                    .toList();
        }
    }

    private static Map<String, Object> args(JsonObject stored) {
        var args = new HashMap<String, Object>();
        stored.forEach((name, value) -> args.put(name, plain(value)));
        return args;
    }

    private static Object plain(JsonValue value) {
        return value instanceof JsonNumber number ? number.longValue() : ((JsonString) value).getString();
    }
}
