package dev.portico.portal.tenant.control;

import dev.portico.portal.log.LogContext;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tenant that the current request or job works for. */
@RequestScoped
public class TenantContext {
    private @Nullable Tenant current;

    public Optional<Tenant> current() {
        return Optional.ofNullable(current);
    }

    /** @throws IllegalStateException where no tenant was set: nothing is read or written without one */
    public Tenant require() {
        if (current == null) {
            throw new IllegalStateException("No tenant");
        }
        return current;
    }

    public void enter(Tenant tenant) {
        current = tenant;
        LogContext.tenant(tenant.id());
    }

    /** Does {@code work} for {@code tenant} and returns to the tenant before. */
    public <T extends @Nullable Object> T within(Tenant tenant, Supplier<T> work) {
        var before = current;
        var logged = LogContext.current();
        enter(tenant);
        try {
            return work.get();
        } finally {
            current = before;
            LogContext.restore(logged);
        }
    }
}
