package dev.portico.portal.administration.boundary;

import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which plugins the tenants have enabled that the logged-in administrator serves. */
@RequestScoped
public class EnabledPlugins {
    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    TenantPlugins plugins;

    /** Ids of plugins by the tenant's id, in the directory's order. */
    Map<String, Set<String>> byTenant() {
        var enabled = new LinkedHashMap<String, Set<String>>();
        served.all().forEach(tenant -> enabled.put(tenant.id(), tenants.within(tenant, plugins::enabled)));
        return enabled;
    }
}
