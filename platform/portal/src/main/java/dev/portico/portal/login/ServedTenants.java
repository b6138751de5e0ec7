package dev.portico.portal.login;

import dev.portico.keycloak.Identity;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tenants that the logged-in member of staff serves, in the directory's order; nobody serves all by default. */
@RequestScoped
public class ServedTenants {
    @Inject
    CurrentUser user;

    @Inject
    TenantDirectory directory;

    public List<Tenant> all() {
        var served = user.identity().map(Identity::tenants).orElse(Set.of());
        return directory.all().stream()
                .filter(tenant -> served.contains(tenant.id()))
                .toList();
    }

    /** Empty also where the tenant exists but is not served. */
    public Optional<Tenant> find(String id) {
        return all().stream().filter(tenant -> tenant.id().equals(id)).findFirst();
    }
}
