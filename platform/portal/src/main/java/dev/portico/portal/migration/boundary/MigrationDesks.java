package dev.portico.portal.migration.boundary;

import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The desks of the tenants that the logged-in administrator serves. */
@RequestScoped
public class MigrationDesks {
    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    TenantDesks desks;

    public List<MigrationDesk> all() {
        return served.all().stream().flatMap(this::of).toList();
    }

    private Stream<MigrationDesk> of(Tenant tenant) {
        return tenants.within(tenant, () -> desks.all()).stream().map(desk -> new MigrationDesk(tenant, desk));
    }
}
