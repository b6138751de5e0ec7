package dev.portico.portal.tenant.control;

import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is done in the database between two questions to another server, each a request of its own. A stop of the portal waits
 * for that, and not for the server.
 */
@ApplicationScoped
public class TenantSteps {
    @Inject
    TenantVisits visits;

    @Inject
    WorkInProgress work;

    /** @throws IllegalStateException where the portal stops: what was claimed is another's in a while */
    @SuppressWarnings("try") // the piece of work is held, not used
    public <T> T visit(Tenant tenant, Supplier<T> deed) {
        try (var piece = work.begin()) {
            if (work.closed()) {
                throw new IllegalStateException("The portal stops");
            }
            var result = new AtomicReference<@Nullable T>();
            visits.visit(tenant, current -> result.set(deed.get()));
            var value = result.get();
            if (value == null) {
                throw new IllegalStateException("Nothing came of it");
            }
            return value;
        }
    }

    public void visit(Tenant tenant, Runnable deed) {
        visit(tenant, () -> {
            deed.run();
            return true;
        });
    }

    /** Whether what can be left for later should be. */
    public boolean ending() {
        return work.ending();
    }
}
