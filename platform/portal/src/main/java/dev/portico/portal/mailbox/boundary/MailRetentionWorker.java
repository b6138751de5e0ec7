package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.control.TenantSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes what is kept no longer, a portion a transaction. */
@ApplicationScoped
public class MailRetentionWorker {
    private static final Duration SWEEP = Duration.ofHours(1);

    @Inject
    TenantRounds rounds;

    @Inject
    TenantSteps steps;

    @Inject
    MailRetention retention;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(SWEEP, "Old received mails", tenant -> sweep());
    }

    private void sweep() {
        var more = true;
        while (more && !steps.ending()) {
            more = retention.sweep();
        }
    }
}
