package dev.portico.portal.people.control;

import dev.portico.portal.audit.control.Change;
import dev.portico.portal.failure.FieldProblem;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Two states of a form: what it showed, and what was entered or what somebody else has made of it meanwhile. */
public final class Shown {
    private Shown() {}

    /** The same as long as the fields are. */
    public static String digest(Map<String, String> fields) {
        try {
            var text = String.join("\n", fields.values());
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For the audit log. */
    public static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        var changes = new ArrayList<Change>();
        after.forEach((field, value) -> {
            var earlier = before.getOrDefault(field, "");
            if (!value.equals(earlier)) {
                changes.add(new Change(field, orNothing(earlier), orNothing(value)));
            }
        });
        return changes;
    }

    /**
     * At each field where what was entered is not what stands there by now.
     *
     * @param words what to call the values of some fields
     */
    public static List<FieldProblem> conflicts(
            Map<String, String> now, Map<String, String> entered, Map<String, String> words) {
        return now.entrySet().stream()
                .filter(field -> !field.getValue().equals(entered.get(field.getKey())))
                .map(field -> conflict(field.getKey(), words.getOrDefault(field.getKey(), field.getValue())))
                .toList();
    }

    private static FieldProblem conflict(String field, String value) {
        return switch (value) {
            case "true" -> new FieldProblem(field, "people.problem.meanwhile.on");
            case "false" -> new FieldProblem(field, "people.problem.meanwhile.off");
            case "" -> new FieldProblem(field, "people.problem.meanwhile.empty");
            default -> new FieldProblem(field, "people.problem.meanwhile", Map.of("value", value));
        };
    }

    private static JsonValue orNothing(String text) {
        return text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
    }
}
