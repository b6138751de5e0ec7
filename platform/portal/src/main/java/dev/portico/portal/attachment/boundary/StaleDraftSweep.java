package dev.portico.portal.attachment.boundary;

import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Once an hour deletes the files of forms that nobody submitted. */
@ApplicationScoped
public class StaleDraftSweep {
    private static final Logger LOG = System.getLogger(StaleDraftSweep.class.getName());
    private static final Duration PAUSE = Duration.ofHours(1);

    @Inject
    TenantRounds rounds;

    @Inject
    Attachments attachments;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Stale files", this::sweep);
    }

    private void sweep(Tenant tenant) {
        while (!work.ending() && attachments.sweepStaleDrafts() > 0) {
            LOG.log(Level.DEBUG, "Stale files of {0} are swept", tenant.id());
        }
    }
}
