package dev.portico.portal.administration.control;

import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings as somebody entered them. Other than the rest, a secret that is absent stays what it is; {@code null} removes
 * it.
 *
 * @param plain all but secrets, and what of secrets is no text
 * @param secrets new ones, by setting
 * @param removed secrets to remove
 */
public record EnteredSettings(JsonObject plain, Map<String, String> secrets, Set<String> removed) {
    public static EnteredSettings of(List<Setting> schema, JsonObject entered) {
        var plain = Json.createObjectBuilder();
        var secrets = new TreeMap<String, String>();
        var removed = new TreeSet<String>();
        entered.forEach((id, value) -> {
            if (!isSecret(schema, id)) {
                plain.add(id, value);
            } else if (value instanceof JsonString text) {
                secrets.put(id, text.getString());
            } else if (value == JsonValue.NULL) {
                removed.add(id);
            } else {
                plain.add(id, value);
            }
        });
        return new EnteredSettings(plain.build(), secrets, removed);
    }

    private static boolean isSecret(List<Setting> schema, String id) {
        return schema.stream().anyMatch(setting -> setting.id().equals(id) && setting.type() == SettingType.SECRET);
    }
}
