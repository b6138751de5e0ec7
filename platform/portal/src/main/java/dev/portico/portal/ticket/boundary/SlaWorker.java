package dev.portico.portal.ticket.boundary;

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
import java.time.Instant;

/**
 * Every few seconds looks at the tickets whose promised time runs out or is counted on terms that have changed. All that
 * it needs is in the database, so it makes up for what passed while no node was there.
 */
@ApplicationScoped
public class SlaWorker {
    private static final Logger LOG = System.getLogger(SlaWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Inject
    TenantRounds rounds;

    @Inject
    PromisedTimes times;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Promised times", this::round);
    }

    private void round(Tenant tenant) {
        var now = Instant.now();
        for (var number : times.toLookAt(now)) {
            if (work.ending()) {
                return;
            }
            look(tenant, number, now);
        }
    }

    private void look(Tenant tenant, long number, Instant now) {
        try {
            times.look(number, now);
        } catch (RuntimeException e) {
            // The others need not wait for one that cannot be read.
            LOG.log(Level.WARNING, "The promised times of " + tenant.id() + " " + number + " wait", e);
        }
    }
}
