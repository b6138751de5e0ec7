package dev.portico.portal.plugin.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A plugin as a tenant uses it. */
@Entity
@Table(name = "tenant_plugin")
public class TenantPlugin extends TenantOwned {
    @Id
    @Column(name = "plugin_id")
    private String pluginId;

    private boolean enabled;
    private String settings;
    private String secrets;

    @Column(name = "settings_version")
    private long settingsVersion;

    @SuppressWarnings("NullAway.Init")
    protected TenantPlugin() {}

    /** Not enabled, with nothing entered. */
    public TenantPlugin(String pluginId) {
        this.pluginId = pluginId;
        settings = "{}";
        secrets = "{}";
    }

    public void enable(boolean wanted) {
        enabled = wanted;
    }

    /** Replaces all that was entered by the next version of it. */
    public void configure(String nextSettings, String nextSecrets) {
        settings = nextSettings;
        secrets = nextSecrets;
        settingsVersion++;
    }

    public String pluginId() {
        return pluginId;
    }

    public boolean enabled() {
        return enabled;
    }

    /** JSON object of what the administrator entered, but for secrets. */
    public String settings() {
        return settings;
    }

    /** JSON object of sealed secrets. */
    public String secrets() {
        return secrets;
    }

    /** Counts what was entered; 0 is what an installation was set up with. */
    public long settingsVersion() {
        return settingsVersion;
    }
}
