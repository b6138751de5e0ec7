package dev.portico.portal.people.boundary;

import dev.portico.portal.people.control.RowFault;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantRounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/** Enters the people of the files that CSMs have started (G2), on whichever node comes first; it goes on after a crash. */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = System.getLogger(ImportWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final int PORTION = 50;

    @Inject
    TenantRounds rounds;

    @Inject
    Newcomers newcomers;

    @Inject
    PeopleImports imports;

    @Inject
    TenantContext tenants;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Imports of people", tenant -> work());
        rounds.every(SWEEP, "Old imports of people", tenant -> imports.sweep());
    }

    /** For the current tenant, until nothing is left to do, the portal stops or it is another tenant's turn. */
    private void work() {
        var end = Instant.now().plus(TURN);
        while (!work.ending() && Instant.now().isBefore(end) && portion()) {
            // Each portion is a transaction of its own: progress shows, and a CSM can stop it in between.
        }
    }

    /** Where one row cannot be entered, for a reason that nobody foresaw, the others can. A fault that passes refuses none. */
    private boolean portion() {
        try {
            return newcomers.enterPortion(PORTION);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "People of " + tenants.require().id() + " are entered one by one", e);
            return oneByOne();
        }
    }

    private boolean oneByOne() {
        for (var i = 0; i < PORTION; i++) {
            try {
                if (!newcomers.enterPortion(1)) {
                    return false;
                }
            } catch (RuntimeException e) {
                if (!RowFault.isRows(e)) {
                    // The same row comes again in the next round.
                    throw e;
                }
                LOG.log(Level.WARNING, "A row of " + tenants.require().id() + " cannot be entered", e);
                newcomers.refuseNext();
            }
        }
        return true;
    }
}
