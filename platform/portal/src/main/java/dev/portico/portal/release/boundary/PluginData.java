package dev.portico.portal.release.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.plugin.control.PluginSchemas;
import dev.portico.portal.release.control.DeploymentStore;
import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a plugin has stored: its own tables, and what tenants have set up. The current tenant is the staff's own. */
@ApplicationScoped
@Transactional
public class PluginData {
    @Inject
    DeploymentStore store;

    @Inject
    Releases releases;

    @Inject
    PluginSchemas schemas;

    @Inject
    TenantEffects effects;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    /**
     * Somebody takes the rows of all tenants along.
     *
     * @throws PortalException not found, where there is no such plugin
     */
    public void recordExport(String pluginId) {
        user.require(Access.PLATFORM_ADMIN);
        if (store.find(pluginId).isEmpty() && releases.wanted(pluginId).isEmpty()) {
            throw PortalException.notFound();
        }
        audit.record(AuditAction.PLUGIN_EXPORTED, pluginId, Optional.empty(), List.of());
    }

    /** A ZIP of its tables; outside of any transaction, since it may take a while. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void export(String pluginId, OutputStream zip) throws IOException {
        schemas.export(pluginId, zip);
    }

    /** Ids of removed plugins whose time of grace is over. */
    public List<String> due() {
        var now = Instant.now();
        return store.all().stream()
                .filter(deployment -> isDue(deployment, now))
                .map(PluginDeployment::pluginId)
                .toList();
    }

    /** Deletes all that a plugin has stored, unless it was installed again; may be cut off anywhere, and is done again. */
    public void purge(String pluginId) {
        store.lock(pluginId)
                .filter(deployment -> isDue(deployment, Instant.now()))
                .ifPresent(this::purge);
    }

    private void purge(PluginDeployment deployment) {
        var id = deployment.pluginId();
        schemas.drop(id);
        directory
                .all()
                .forEach(tenant -> tenants.within(tenant, () -> {
                    effects.forget(id);
                    return tenant;
                }));
        deployment.purged();
        audit.record(AuditAction.PLUGIN_PURGED, id, Optional.empty(), List.of());
    }

    private static boolean isDue(PluginDeployment deployment, Instant now) {
        return deployment.purgeAt().filter(at -> at.isBefore(now)).isPresent();
    }
}
