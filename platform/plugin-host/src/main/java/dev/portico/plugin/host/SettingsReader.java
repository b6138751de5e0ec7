package dev.portico.plugin.host;

import dev.portico.plugin.host.SettingProblem.Kind;
import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.Settings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a tenant entered for a plugin, over the defaults of the plugin's manifest: a JSON object by setting id, in
 * the shapes of the manifest's {@code default}.
 */
public final class SettingsReader {
    private static final int MOST_PROBLEMS = 200;

    private SettingsReader() {}

    /** @param problems what they name was left at its default, so the settings can be used regardless */
    public record TenantSettings(Settings settings, List<SettingProblem> problems) {
        public TenantSettings {
            problems = List.copyOf(problems);
        }
    }

    /** @param stored JSON text; a member that is there twice makes all of it useless */
    public static TenantSettings read(List<Setting> schema, String stored) {
        return JsonText.object(stored, "settings", new Problems())
                .map(object -> read(schema, object))
                .orElseGet(() -> new TenantSettings(
                        defaults(schema), List.of(new SettingProblem("settings", Kind.NOT_READABLE, "", 0))));
    }

    public static TenantSettings read(List<Setting> schema, JsonObject entered) {
        var problems = new ArrayList<SettingProblem>();
        var values = new HashMap<String, Object>();
        for (var setting : schema) {
            entered(setting, entered, problems).ifPresent(value -> values.put(setting.id(), value));
        }
        entered.keySet().stream()
                .filter(member ->
                        schema.stream().noneMatch(setting -> setting.id().equals(member)))
                .forEach(member -> problems.add(new SettingProblem(Problems.quote(member), Kind.UNKNOWN, "", 0)));
        return new TenantSettings(new Settings(values), problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    }

    private static Optional<Object> entered(Setting setting, JsonObject entered, List<SettingProblem> problems) {
        var before = problems.size();
        var found = value(setting, entered, problems);
        // Not where it is empty because all of it is wrong, which has been said.
        var useless =
                found.filter(value -> setting.required() && SettingValues.isEmpty(value) && problems.size() == before);
        if (useless.isPresent() || found.isEmpty() && setting.required() && missing(setting, entered)) {
            problems.add(new SettingProblem(setting.id(), Kind.MISSING, "", 0));
        }
        return useless.isPresent() ? setting.defaultValue() : found.or(setting::defaultValue);
    }

    private static boolean missing(Setting setting, JsonObject entered) {
        return setting.defaultValue().isEmpty() && given(setting, entered).isEmpty();
    }

    private static Optional<Object> value(Setting setting, JsonObject entered, List<SettingProblem> problems) {
        return given(setting, entered)
                .flatMap(value -> SettingValues.read(setting.type(), value, setting.id(), problems::add));
    }

    private static Optional<JsonValue> given(Setting setting, JsonObject entered) {
        return Optional.ofNullable(entered.get(setting.id())).filter(value -> value != JsonValue.NULL);
    }

    public static Settings defaults(List<Setting> schema) {
        var values = new HashMap<String, Object>();
        schema.forEach(setting -> setting.defaultValue().ifPresent(value -> values.put(setting.id(), value)));
        return new Settings(values);
    }

    /**
     * What is worth storing of what was entered: of the schema, of use, in one spelling, and other than what the plugin
     * sets by itself, so that its next version may set it better.
     */
    public static JsonObject worthStoring(List<Setting> schema, JsonObject entered) {
        var stored = Json.createObjectBuilder();
        for (var setting : schema) {
            value(setting, entered, new ArrayList<>())
                    .filter(value -> !setting.defaultValue().equals(Optional.of(value)))
                    .filter(value -> setting.defaultValue().isPresent() || !SettingValues.isEmpty(value))
                    .ifPresent(value -> stored.add(setting.id(), SettingValues.write(value)));
        }
        return stored.build();
    }

    /** The plugin's own value as JSON; empty where it has none. */
    public static Optional<JsonValue> defaultOf(Setting setting) {
        return setting.defaultValue().map(SettingValues::write);
    }
}
