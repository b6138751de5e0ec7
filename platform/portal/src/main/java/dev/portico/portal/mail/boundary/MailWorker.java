package dev.portico.portal.mail.boundary;

import dev.portico.portal.mail.control.MailQueued;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Empties the outbox in the background: at once when a mail was queued here, and every few seconds for what waits for
 * another attempt or was left by a node that died. One thread a node.
 */
@ApplicationScoped
public class MailWorker {
    private static final Logger LOG = System.getLogger(MailWorker.class.getName());
    private static final long POLL_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 30;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    TenantDirectory directory;

    @Inject
    MailRound round;

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Semaphore idle = new Semaphore(1);
    private volatile boolean stopping;
    private Future<?> polls = CompletableFuture.completedFuture(null);

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        polls = executor.scheduleWithFixedDelay(this::poll, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
    }

    /** Lets the mail in flight be recorded: its transaction needs what is about to be destroyed. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) throws InterruptedException {
        stopping = true;
        polls.cancel(false);
        if (!idle.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.log(Level.WARNING, "A mail in flight may be sent again, with the same Message-ID");
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued queued) {
        waiting.add(queued.tenantId());
        ensureRunning();
    }

    void poll() {
        if (stopping) {
            return;
        }
        try {
            directory.all().forEach(tenant -> waiting.add(tenant.id()));
            waiting.add(Tenant.STAFF);
            ensureRunning();
        } catch (RuntimeException | OutOfMemoryError e) {
            // An exception would end the schedule.
            LOG.log(Level.ERROR, "The outbox cannot be looked at now", e);
        }
    }

    private void ensureRunning() {
        if (!stopping && running.compareAndSet(false, true)) {
            try {
                executor.execute(this::run);
            } catch (RuntimeException | OutOfMemoryError e) {
                running.set(false);
                LOG.log(Level.ERROR, "The outbox waits for the next poll", e);
            }
        }
    }

    private void run() {
        idle.acquireUninterruptibly();
        try {
            while (!stopping && !waiting.isEmpty()) {
                var tenantIds = new ArrayList<>(waiting);
                tenantIds.forEach(waiting::remove);
                waiting.addAll(round.run(tenantIds, () -> stopping));
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.ERROR, "The outbox waits for the next poll", e);
        } finally {
            idle.release();
            running.set(false);
        }
        if (!waiting.isEmpty()) {
            // Somebody came while this thread was leaving.
            ensureRunning();
        }
    }
}
