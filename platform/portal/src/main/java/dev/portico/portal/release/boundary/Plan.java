package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.upgrade.Upgrade;
import dev.portico.portal.release.entity.PluginRelease;
import java.util.List;
import java.util.Optional;

/**
 * What installing a release would change, read without changing anything.
 *
 * @param running what is wanted of the plugin now; empty where it would be new
 * @param problems why it cannot be, whatever the tenants have: it is no upgrade, or its signature counts no more
 * @param migrations of the plugin's own tables that would be run, by name
 * @param tenants every tenant there is
 */
public record Plan(
        PluginRelease release,
        PluginPackage candidate,
        Optional<PluginPackage> running,
        Upgrade upgrade,
        List<Problem> problems,
        List<String> migrations,
        List<TenantEffect> tenants) {
    public Plan {
        problems = List.copyOf(problems);
        migrations = List.copyOf(migrations);
        tenants = List.copyOf(tenants);
    }

    /** Whether it is what runs already. */
    public boolean installed() {
        return running.filter(now -> now.sha256().equals(release.digest())).isPresent();
    }

    public boolean strands() {
        return tenants.stream().anyMatch(tenant -> !tenant.stranded().isEmpty());
    }

    /** Whether nothing but somebody's consent is missing. */
    public boolean possible() {
        return !installed() && problems.isEmpty() && !strands();
    }
}
