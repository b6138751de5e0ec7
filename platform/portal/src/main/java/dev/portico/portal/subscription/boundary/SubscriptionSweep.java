package dev.portico.portal.subscription.boundary;

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

/** Once an hour deletes what nobody needs any more: addresses above all. */
@ApplicationScoped
public class SubscriptionSweep {
    private static final Logger LOG = System.getLogger(SubscriptionSweep.class.getName());
    private static final Duration PAUSE = Duration.ofHours(1);

    @Inject
    TenantRounds rounds;

    @Inject
    SubscriptionRetention retention;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Old subscriptions", this::sweep);
    }

    private void sweep(Tenant tenant) {
        while (!work.ending() && retention.sweep()) {
            LOG.log(Level.DEBUG, "Old subscriptions of {0} are swept", tenant.id());
        }
    }
}
