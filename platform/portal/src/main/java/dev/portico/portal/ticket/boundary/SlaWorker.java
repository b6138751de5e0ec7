package dev.portico.portal.ticket.boundary;

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
 * Every few seconds, and tenant by tenant, looks at the tickets whose promised time runs out or is counted on terms that
 * have changed. All that it needs is in the database, so it makes up for what passed while no node was there.
 */
@ApplicationScoped
public class SlaWorker {
    private static final Logger LOG = System.getLogger(SlaWorker.class.getName());
    private static final int SECONDS = 10;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    RequestContextController requestContext;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantContext tenants;

    @Inject
    PromisedTimes times;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        scheduler.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    // A task that throws is never run again, so whatever goes wrong is written down and tried again.
    @SuppressWarnings("try") // the piece of work is held, not used
    void round() {
        var activated = requestContext.activate();
        try (var piece = work.begin()) {
            if (!work.closed()) {
                directory.all().forEach(this::round);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Promised times are not looked at now", e);
        } finally {
            if (activated) {
                requestContext.deactivate();
            }
        }
    }

    private void round(Tenant tenant) {
        try {
            tenants.within(tenant, () -> {
                var now = Instant.now();
                times.toLookAt(now).forEach(number -> look(tenant, number, now));
                return tenant;
            });
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Promised times of " + tenant.id() + " are not looked at now", e);
        }
    }

    private void look(Tenant tenant, long number, Instant now) {
        if (work.ending()) {
            return;
        }
        try {
            times.look(number, now);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The promised times of " + tenant.id() + " " + number + " are not looked at now", e);
        }
    }
}
