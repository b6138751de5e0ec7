package dev.portico.portal.audit.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** What of the log the logged-in administrator may read: that of the tenants served, and the platform's. */
@RequestScoped
public class AuditScope {
    @Inject
    AuditTrail trail;

    @Inject
    ServedTenants served;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    /** The platform first. */
    List<Tenant> all() {
        return Stream.concat(directory.byId(Tenant.STAFF).stream(), served.all().stream())
                .toList();
    }

    /** @param size of what is read of a tenant at a time */
    MergedTrail read(AuditAddress address, int size) {
        var wanted = all().stream()
                .filter(tenant -> address.tenant().isEmpty() || address.tenant().equals(tenant.id()))
                .toList();
        var query = address.query(reader.get().formats().zone());
        return new MergedTrail(
                wanted,
                address.after(),
                size,
                (tenant, after, most) -> tenants.within(tenant, () -> trail.portion(query, after, most)));
    }

    String name(Tenant tenant) {
        return tenant.staff()
                ? texts.text(reader.get(), "audit.platform")
                : tenant.name(reader.get().ui());
    }
}
