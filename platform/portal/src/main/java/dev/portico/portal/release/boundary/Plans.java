package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.upgrade.Change;
import dev.portico.plugin.host.upgrade.Upgrade;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.control.PluginSchemas;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Looks ahead: what a release would change for whom. The current tenant is the staff's own. */
@ApplicationScoped
@Transactional
public class Plans {
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

    /** @throws PortalException not found, where there is no such release */
    public Plan of(String digest) {
        var release = releases.find(digest).orElseThrow(PortalException::notFound);
        var candidate = releases.read(digest);
        var running = releases.wanted(candidate.id());
        var upgrade = running.map(now -> Upgrade.of(now.manifest(), candidate.manifest()))
                .orElseGet(() -> Upgrade.install(candidate.manifest()));
        return new Plan(
                release,
                candidate,
                running,
                upgrade,
                schemas.pending(candidate),
                effects(candidate, upgrade.strandingTickets()));
    }

    /** What becoming another release would mean for each tenant. */
    List<TenantEffect> effects(PluginPackage candidate, List<Change> stranding) {
        return directory.all().stream()
                .map(tenant -> tenants.within(tenant, () -> effects.of(candidate, stranding)))
                .toList();
    }

    /** Names of the tenants that use a plugin, in the reader's order. */
    List<Tenant> using(String pluginId) {
        return directory.all().stream()
                .filter(tenant -> tenants.within(tenant, () -> effects.enabled(pluginId)))
                .toList();
    }
}
