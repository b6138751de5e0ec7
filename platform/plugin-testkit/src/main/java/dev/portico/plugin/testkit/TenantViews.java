package dev.portico.plugin.testkit;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.SettingsReader;
import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.table.Tables;
import java.util.HashMap;
import java.util.Map;

/** Makes a tenant for a test: {@code TenantViews.of("acme", plugin).with("hotline", "+1 555 0100").view()}. */
public final class TenantViews {
    private final String tenant;
    private final Map<String, Object> values = new HashMap<>();
    private Tables tables = Tables.NONE;

    private TenantViews(String tenant) {
        this.tenant = tenant;
    }

    /** A tenant that has entered nothing, of a plugin without defaults. */
    public static TenantViews of(String tenant) {
        return new TenantViews(tenant);
    }

    /** A tenant that has entered nothing: the manifest's defaults hold. */
    public static TenantViews of(String tenant, PluginPackage plugin) {
        var views = new TenantViews(tenant);
        plugin.manifest().settings().forEach(setting -> setting.defaultValue()
                .ifPresent(value -> views.values.put(setting.id(), value)));
        return views;
    }

    /**
     * A tenant whose administrator entered this.
     *
     * @param json settings by id, as the administration's form or REST send them
     * @throws AssertionError that lists what the administrator would be told
     */
    public static TenantView entered(String tenant, PluginPackage plugin, String json) {
        var read = SettingsReader.read(plugin.manifest().settings(), json);
        if (!read.problems().isEmpty()) {
            throw new AssertionError("These settings have problems: " + read.problems());
        }
        return new TenantView(tenant, read.settings());
    }

    /** @param value in the shape of {@link dev.portico.plugin.settings.Setting#defaultValue()} */
    public TenantViews with(String setting, Object value) {
        values.put(setting, value);
        return this;
    }

    /** The plugin's own, as {@link TestDatabase} has them for this tenant. */
    public TenantViews with(Tables own) {
        tables = own;
        return this;
    }

    public TenantViews without(String setting) {
        values.remove(setting);
        return this;
    }

    public TenantView view() {
        return new TenantView(tenant, new Settings(values), tables);
    }
}
