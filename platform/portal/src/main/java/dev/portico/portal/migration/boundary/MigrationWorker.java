package dev.portico.portal.migration.boundary;

import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantRounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Carries out what administrators have started (C4), on whichever node comes first; it goes on after a crash. */
@ApplicationScoped
public class MigrationWorker {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration TURN = Duration.ofSeconds(20);

    @Inject
    TenantRounds rounds;

    @Inject
    Departures departures;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Migrations", tenant -> work());
    }

    /** For the current tenant, until nothing is left to do, the portal stops or it is another tenant's turn. */
    private void work() {
        var end = Instant.now().plus(TURN);
        while (!work.ending() && Instant.now().isBefore(end) && departures.movePortion(Instant.now())) {
            // Each portion is a transaction of its own: progress shows, and an administrator can stop it in between.
        }
    }
}
