package dev.portico.portal.administration.control;

import dev.portico.portal.audit.control.Change;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two states of settings, setting by setting. Of a list only the items that came and went. */
public final class SettingsDiff {
    /** Stands for a secret, whatever it is. */
    public static final String MASK = "••••••";

    private SettingsDiff() {}

    /**
     * @param before settings without secrets
     * @param secretsBefore version of the settings that each secret came with
     */
    public static List<Change> of(
            JsonObject before, JsonObject after, JsonObject secretsBefore, JsonObject secretsAfter) {
        var changes = new ArrayList<Change>();
        for (var id : union(before, after)) {
            var from = before.getOrDefault(id, JsonValue.NULL);
            var to = after.getOrDefault(id, JsonValue.NULL);
            if (!from.equals(to)) {
                changes.add(change(id, from, to));
            }
        }
        for (var id : union(secretsBefore, secretsAfter)) {
            var from = secretsBefore.getOrDefault(id, JsonValue.NULL);
            var to = secretsAfter.getOrDefault(id, JsonValue.NULL);
            if (!from.equals(to)) {
                changes.add(new Change(id, masked(from), masked(to)));
            }
        }
        return changes;
    }

    private static Set<String> union(JsonObject one, JsonObject other) {
        var ids = new TreeSet<>(one.keySet());
        ids.addAll(other.keySet());
        return ids;
    }

    private static JsonValue masked(JsonValue secret) {
        return secret == JsonValue.NULL ? secret : Json.createValue(MASK);
    }

    private static Change change(String id, JsonValue from, JsonValue to) {
        if (isPlain(from) && isPlain(to)) {
            return new Change(id, from, to);
        }
        var before = lines(from);
        var after = lines(to);
        var gone = without(before, after);
        var come = without(after, before);
        // In another order only: all of it tells.
        var moved = gone.isEmpty() && come.isEmpty();
        return new Change(id, array(moved ? before : gone), array(moved ? after : come));
    }

    private static boolean isPlain(JsonValue value) {
        return !(value instanceof JsonArray) && !(value instanceof JsonObject);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static JsonValue array(List<String> lines) {
        return lines.isEmpty() ? JsonValue.NULL : Json.createArrayBuilder(lines).build();
    }

    /** A value as lines of text, whatever type of setting it is of. */
    public static List<String> lines(JsonValue value) {
        var lines = new ArrayList<String>();
        if (value instanceof JsonArray array) {
            array.forEach(item -> lines.add(item instanceof JsonObject option ? option(option) : Change.plain(item)));
        } else if (value instanceof JsonObject byLanguage) {
            byLanguage.forEach(
                    (language, phrases) -> lines(phrases).forEach(line -> lines.add(language + ": " + line)));
        } else if (value != JsonValue.NULL) {
            lines.add(Change.plain(value));
        }
        return lines;
    }

    private static String option(JsonObject option) {
        var labels = option.get("labels") instanceof JsonObject object ? object : Map.<String, JsonValue>of();
        var texts = labels.values().stream().map(Change::plain).distinct().toList();
        return option.getString("id", "") + ": " + String.join(" / ", texts);
    }
}
