package dev.portico.portal.tenant.control;

import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Background work that comes round on every node, one tenant after the other. What goes wrong in one is written down, and
 * neither the next tenant nor the next round misses its turn. A stop of the portal waits for a round that has begun.
 */
@ApplicationScoped
public class TenantRounds {
    private static final Logger LOG = System.getLogger(TenantRounds.class.getName());

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantVisits visits;

    @Inject
    WorkInProgress work;

    private final List<Future<?>> schedules = new CopyOnWriteArrayList<>();

    /**
     * @param pause between two rounds, and before the first
     * @param what for the log
     * @param visit has the tenant as the current one, and a request of its own; no transaction
     */
    public void every(Duration pause, String what, Consumer<Tenant> visit) {
        every(pause, what, directory::all, visit);
    }

    /** As above, and for staff's own tenant as well. */
    public void everywhere(Duration pause, String what, Consumer<Tenant> visit) {
        every(pause, what, directory::withStaff, visit);
    }

    private void every(Duration pause, String what, Supplier<List<Tenant>> tenants, Consumer<Tenant> visit) {
        var millis = pause.toMillis();
        schedules.add(scheduler.scheduleWithFixedDelay(
                () -> round(what, tenants, visit), millis, millis, TimeUnit.MILLISECONDS));
    }

    /** Lest a round begins while what it needs is taken down: the server ends its threads last. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        schedules.forEach(schedule -> schedule.cancel(false));
    }

    /** Once, as soon as may be, on this node: for whoever has learned that there is something to do. */
    @SuppressWarnings("try") // the piece of work is held, not used
    public void soon(String tenantId, String what, Consumer<Tenant> visit) {
        try {
            scheduler.execute(() -> {
                try (var piece = work.begin()) {
                    if (!work.closed()) {
                        directory.byId(tenantId).ifPresent(tenant -> visit(tenant, what, visit));
                    }
                }
            });
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, what + " of " + tenantId + " wait for the next round", stopping);
        }
    }

    // A task that throws is never run again.
    @SuppressWarnings("try") // the piece of work is held, not used
    private void round(String what, Supplier<List<Tenant>> tenants, Consumer<Tenant> visit) {
        try (var piece = work.begin()) {
            if (!work.closed()) {
                tenants.get().forEach(tenant -> visit(tenant, what, visit));
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, what + " wait for the next round", e);
        }
    }

    private void visit(Tenant tenant, String what, Consumer<Tenant> visit) {
        try {
            visits.visit(tenant, visit);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, what + " of " + tenant.id() + " wait for the next round", e);
        }
    }
}
