package dev.portico.portal.tenant.control;

import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/**
 * Background work for one tenant, as a request of its own: what a request holds is given back before the next tenant.
 *
 * <p>The interceptor, since a {@code RequestContextController} must not be shared: it remembers only once that it has
 * activated the context, so of two rounds at a time one would leave its request open for ever.
 */
@ApplicationScoped
public class TenantVisits {
    @Inject
    TenantContext tenants;

    @ActivateRequestContext
    public void visit(Tenant tenant, Consumer<Tenant> work) {
        tenants.within(tenant, () -> {
            work.accept(tenant);
            return tenant;
        });
    }
}
