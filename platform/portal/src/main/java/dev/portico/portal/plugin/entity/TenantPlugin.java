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

    @SuppressWarnings("NullAway.Init")
    protected TenantPlugin() {}

    public String pluginId() {
        return pluginId;
    }

    public boolean enabled() {
        return enabled;
    }

    /** JSON object of what the administrator entered. */
    public String settings() {
        return settings;
    }
}
