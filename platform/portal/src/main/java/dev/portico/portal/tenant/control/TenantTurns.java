package dev.portico.portal.tenant.control;

import dev.portico.portal.stop.WorkInProgress;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Runs work of which tenants take turns on this node. None begins while the portal stops. */
@ApplicationScoped
public class TenantTurns {
    private static final Logger LOG = System.getLogger(TenantTurns.class.getName());

    /** Not the one for what comes at its time, whose few threads others wait for. */
    @Resource
    ManagedExecutorService executor;

    @Inject
    TenantDirectory directory;

    @Inject
    WorkInProgress work;

    private volatile boolean stopped;

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stopped = true;
    }

    /** The tenant has one more turn, as soon as it is its own. */
    public void want(Turns turns, String tenantId) {
        turns.want(tenantId);
        begin(turns);
    }

    private void begin(Turns turns) {
        for (var next = turns.begin(); next.isPresent(); next = turns.begin()) {
            var tenantId = next.get();
            try {
                executor.execute(() -> turn(turns, tenantId));
            } catch (RuntimeException | OutOfMemoryError e) {
                turns.end(tenantId);
                waits(turns, tenantId, e);
            }
        }
    }

    private void turn(Turns turns, String tenantId) {
        try {
            if (!ending()) {
                directory.byId(tenantId).ifPresent(turns::take);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            waits(turns, tenantId, e);
        } finally {
            turns.end(tenantId);
            begin(turns);
        }
    }

    private boolean ending() {
        return stopped || work.ending();
    }

    private void waits(Turns turns, String tenantId, Throwable cause) {
        LOG.log(ending() ? Level.DEBUG : Level.WARNING, turns.what() + " of " + tenantId + " wait", cause);
    }
}
