package dev.portico.portal.plugin.control;

import dev.portico.portal.plugin.entity.TenantPlugin;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

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
}
