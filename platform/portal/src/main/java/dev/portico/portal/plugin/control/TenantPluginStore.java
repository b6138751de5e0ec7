package dev.portico.portal.plugin.control;

import dev.portico.portal.plugin.entity.SettingsVersion;
import dev.portico.portal.plugin.entity.TenantPlugin;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The current tenant's choice of plugins in the database. */
@ApplicationScoped
public class TenantPluginStore {
    @Inject
    TenantEntities entities;

    public List<TenantPlugin> enabled() {
        return entities.manager()
                .createQuery(
                        "select p from TenantPlugin p where p.enabled = true order by p.pluginId", TenantPlugin.class)
                .getResultList();
    }

    public Optional<TenantPlugin> find(String pluginId) {
        return entities.manager()
                .createQuery("select p from TenantPlugin p where p.pluginId = :id", TenantPlugin.class)
                .setParameter("id", pluginId)
                .getResultStream()
                .findFirst();
    }

    /** For a change: whoever else changes the tenant's use of that plugin waits, also where there is nothing of it yet. */
    public TenantPlugin lock(String pluginId) {
        entities.lock("plugin " + pluginId);
        return find(pluginId).orElseGet(() -> {
            var plugin = new TenantPlugin(pluginId);
            entities.manager().persist(plugin);
            return plugin;
        });
    }

    /** With every version of its settings. */
    public void delete(String pluginId) {
        entities.manager()
                .createQuery("delete from SettingsVersion v where v.pluginId = :id")
                .setParameter("id", pluginId)
                .executeUpdate();
        entities.manager()
                .createQuery("delete from TenantPlugin p where p.pluginId = :id")
                .setParameter("id", pluginId)
                .executeUpdate();
    }

    public void add(SettingsVersion version) {
        entities.manager().persist(version);
    }

    public Optional<SettingsVersion> version(String pluginId, long number) {
        return entities.manager()
                .createQuery(
                        "select v from SettingsVersion v where v.pluginId = :id and v.version = :number",
                        SettingsVersion.class)
                .setParameter("id", pluginId)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Newest first, below that number. */
    public List<SettingsVersion> versions(String pluginId, long below, int most) {
        return entities.manager()
                .createQuery(
                        "select v from SettingsVersion v where v.pluginId = :id and v.version < :below"
                                + " order by v.version desc",
                        SettingsVersion.class)
                .setParameter("id", pluginId)
                .setParameter("below", below)
                .setMaxResults(most)
                .getResultList();
    }
}
