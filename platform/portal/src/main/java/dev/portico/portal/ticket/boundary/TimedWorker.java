package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Workflow.Timed;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantRounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/**
 * Each minute carries out the timed transitions that the desks declare (D5). Each ticket is moved
 * in a transaction of its own that holds its lock, so that two nodes move it once.
 */
@ApplicationScoped
public class TimedWorker {
    private static final Logger LOG = System.getLogger(TimedWorker.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PORTION = 100;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantDesks desks;

    @Inject
    Tickets tickets;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Timed transitions", tenant -> {
            var now = Instant.now();
            desks.all().forEach(desk -> work(desk, now));
        });
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
