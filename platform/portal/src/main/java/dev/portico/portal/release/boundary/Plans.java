package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.signature.Signature;
import dev.portico.plugin.host.signature.Trust;
import dev.portico.plugin.host.upgrade.Change;
import dev.portico.plugin.host.upgrade.Upgrade;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.control.PluginSchemas;
import dev.portico.portal.publisher.control.Publishers;
import dev.portico.portal.release.control.LocalReleases;
import dev.portico.portal.release.entity.Origin;
import dev.portico.portal.release.entity.PluginRelease;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Looks ahead: what a release would change for whom. The current tenant is the staff's own. */
@ApplicationScoped
@Transactional
public class Plans {
    @Inject
    Releases releases;

    @Inject
    Publishers publishers;

    @Inject
    CurrentReader reader;

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
        var candidate = admissible(digest);
        var running = releases.wanted(candidate.id());
        var upgrade = running.map(now -> Upgrade.of(now.manifest(), candidate.manifest()))
                .orElseGet(() -> Upgrade.install(candidate.manifest()));
        return new Plan(
                release,
                candidate,
                running,
                upgrade,
                Stream.concat(upgrade.problems().stream(), distrust(release, candidate).stream())
                        .toList(),
                schemas.pending(candidate),
                effects(candidate, upgrade.strandingTickets()));
    }

    /** @throws PortalException invalid, where it was admitted once and would not be now */
    PluginPackage admissible(String digest) {
        try {
            return releases.read(digest);
        } catch (LocalReleases.UnfitRelease unfit) {
            throw Refusal.of(unfit.problems(), reader.get());
        }
    }

    /** Its publisher's key may have been removed since it was taken in. */
    private List<Problem> distrust(PluginRelease release, PluginPackage candidate) {
        if (release.warrant().origin() == Origin.BUNDLED) {
            return List.of();
        }
        try {
            var trust = publishers.policy().judge(Signature.of(candidate.jar()));
            return trust instanceof Trust.Refused refused ? refused.problems() : List.of();
        } catch (IOException gone) {
            throw new UncheckedIOException("The copy of the release cannot be read", gone);
        }
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
