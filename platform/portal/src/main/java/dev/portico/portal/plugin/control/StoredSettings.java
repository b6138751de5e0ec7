package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.SettingsReader;
import dev.portico.plugin.host.SettingsReader.TenantSettings;
import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import dev.portico.portal.plugin.entity.TenantPlugin;
import dev.portico.portal.secret.SecretCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the settings of a tenant's plugin, with its secrets opened. */
@ApplicationScoped
public class StoredSettings {
    @Inject
    SecretCipher cipher;

    public TenantSettings read(String tenantId, List<Setting> schema, TenantPlugin plugin) {
        var secrets = secrets(tenantId, schema, plugin);
        return secrets.isEmpty()
                ? SettingsReader.read(schema, plugin.settings())
                : SettingsReader.read(schema, with(object(plugin.settings()), secrets));
    }

    /** Secrets by setting; one that cannot be opened any more is left out. */
    public Map<String, String> secrets(String tenantId, List<Setting> schema, TenantPlugin plugin) {
        var sealed = SealedSecrets.read(plugin.secrets());
        var opened = new TreeMap<String, String>();
        schema.stream().filter(setting -> setting.type() == SettingType.SECRET).forEach(setting -> sealed.sealed(
                        setting.id())
                .flatMap(text -> cipher.open(new SecretCipher.Place(tenantId, plugin.pluginId(), setting.id()), text))
                .ifPresent(secret -> opened.put(setting.id(), secret)));
        return opened;
    }

    /** Empty where it is no JSON object. */
    public static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException e) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    public static JsonObject with(JsonObject settings, Map<String, String> secrets) {
        var all = Json.createObjectBuilder(settings);
        secrets.forEach(all::add);
        return all.build();
    }
}
