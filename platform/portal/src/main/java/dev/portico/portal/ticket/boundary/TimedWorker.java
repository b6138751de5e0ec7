package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Workflow.Timed;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Each minute, and tenant by tenant, carries out the timed transitions that the desks declare (D5). Each ticket is moved
 * in a transaction of its own that holds its lock, so that two nodes move it once.
 */
@ApplicationScoped
public class TimedWorker {
    private static final Logger LOG = System.getLogger(TimedWorker.class.getName());
    private static final int SECONDS = 60;
    private static final int PORTION = 100;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    RequestContextController requestContext;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantContext tenants;

    @Inject
    TenantDesks desks;

    @Inject
    Tickets tickets;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        scheduler.scheduleWithFixedDelay(this::work, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    // A task that throws is never run again, so whatever goes wrong is written down and tried again in a minute.
    @SuppressWarnings("try") // the piece of work is held, not used
    void work() {
        var activated = requestContext.activate();
        try (var piece = work.begin()) {
            if (!work.closed()) {
                directory.all().forEach(this::work);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Timed transitions wait", e);
        } finally {
            if (activated) {
                requestContext.deactivate();
            }
        }
    }

    private void work(Tenant tenant) {
        try {
            tenants.within(tenant, () -> {
                var now = Instant.now();
                return desks.all().stream().mapToInt(desk -> work(desk, now)).sum();
            });
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Timed transitions of " + tenant.id() + " wait", e);
        }
    }

    /**
     * For the current tenant.
     *
     * @return how many tickets were moved
     */
    public int work(TenantDesk desk, Instant now) {
        return desk.workflow().timed().stream()
                .mapToInt(move -> work(desk, move, now))
                .sum();
    }

    private int work(TenantDesk desk, Timed move, Instant now) {
        var all = 0;
        int moved;
        do {
            moved = 0;
            for (var number : tickets.due(desk, move, now, PORTION)) {
                if (!work.ending() && moved(desk, move, now, number)) {
                    moved++;
                }
            }
            all += moved;
        } while (moved > 0);
        return all;
    }

    private boolean moved(TenantDesk desk, Timed move, Instant now, long number) {
        try {
            return tickets.carryOut(desk, move, now, number);
        } catch (RuntimeException e) {
            // The others need not wait for one that cannot be moved.
            LOG.log(Level.WARNING, number + " of " + desk.tenantId() + " is not moved to " + move.to(), e);
            return false;
        }
    }
}
