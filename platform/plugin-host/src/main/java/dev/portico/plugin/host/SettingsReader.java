package dev.portico.plugin.host;

import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.Settings;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;

/** Reads what a tenant stored for a plugin, over the defaults of the plugin's manifest. */
public final class SettingsReader {
    private SettingsReader() {}

    /**
     * @param problems plain sentences; what they name was left at its default, so the settings can be used regardless
     */
    public record TenantSettings(Settings settings, List<String> problems) {
        public TenantSettings {
            problems = List.copyOf(problems);
        }
    }

    /** @param stored a JSON object by setting id, in the shapes of the manifest's {@code default} */
    public static TenantSettings read(List<Setting> schema, String stored) {
        var problems = new Problems();
        var json = JsonText.object(stored, "settings", problems);
        return json.map(object -> read(schema, object, problems))
                .orElseGet(() -> new TenantSettings(defaults(schema), problems.list()));
    }

    public static Settings defaults(List<Setting> schema) {
        var values = new HashMap<String, Object>();
        schema.forEach(setting -> setting.defaultValue().ifPresent(value -> values.put(setting.id(), value)));
        return new Settings(values);
    }

    private static TenantSettings read(List<Setting> schema, JsonObject stored, Problems problems) {
        var values = new HashMap<String, Object>();
        ObjectNode.read(stored, "", problems, node -> {
            for (var setting : schema) {
                node.value(setting.id())
                        .flatMap(value -> SettingValues.read(setting.type(), value, setting.id(), problems))
                        .or(setting::defaultValue)
                        .ifPresentOrElse(
                                value -> values.put(setting.id(), value),
                                () -> problems.require(!setting.required(), setting.id(), "missing"));
            }
            return values;
        });
        return new TenantSettings(new Settings(values), problems.list());
    }
}
