package dev.portico.portal.attachment.boundary;

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
import java.util.concurrent.TimeUnit;

/** Once an hour, and tenant by tenant, deletes the files of forms that nobody submitted. */
@ApplicationScoped
public class StaleDraftSweep {
    private static final Logger LOG = System.getLogger(StaleDraftSweep.class.getName());
    private static final int MINUTES = 60;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    RequestContextController requestContext;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantContext tenants;

    @Inject
    Attachments attachments;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        scheduler.scheduleWithFixedDelay(this::sweep, MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    // A task that throws is never run again, so whatever goes wrong is written down and tried again in an hour.
    @SuppressWarnings("try") // the piece of work is held, not used
    void sweep() {
        var activated = requestContext.activate();
        try (var piece = work.begin()) {
            if (work.closed()) {
                return;
            }
            directory.all().forEach(this::sweep);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stale files are not swept", e);
        } finally {
            if (activated) {
                requestContext.deactivate();
            }
        }
    }

    private void sweep(Tenant tenant) {
        try {
            while (!work.ending() && tenants.within(tenant, attachments::sweepStaleDrafts) > 0) {
                LOG.log(Level.DEBUG, "Stale files of {0} are swept", tenant.id());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stale files of " + tenant.id() + " are not swept", e);
        }
    }
}
