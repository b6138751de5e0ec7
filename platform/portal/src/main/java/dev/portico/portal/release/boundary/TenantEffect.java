package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.SettingProblem;
import dev.portico.plugin.host.upgrade.Change;
import dev.portico.portal.tenant.entity.Tenant;
import java.util.List;

/**
 * What a change of a plugin would mean for a tenant.
 *
 * @param enabled whether the tenant uses the plugin
 * @param stranded open tickets that the new version has no place for: not to be done while there are any
 * @param settings what of the tenant's settings the new version does not take
 */
public record TenantEffect(Tenant tenant, boolean enabled, List<Stranded> stranded, List<SettingProblem> settings) {
    public TenantEffect {
        stranded = List.copyOf(stranded);
        settings = List.copyOf(settings);
    }

    /** @param gone the status, level or ticket type that the new version lacks */
    public record Stranded(Change gone, long tickets) {}
}
