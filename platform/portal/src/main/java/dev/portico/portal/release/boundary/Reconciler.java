package dev.portico.portal.release.boundary;

import dev.portico.portal.release.control.DeploymentChanged;
import dev.portico.portal.release.control.NodeName;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.control.TenantVisits;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Priority;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings this node to what was decided: once before the first request, at once when something is decided here, and every
 * few seconds for what was decided elsewhere, what failed for a passing reason and what is on probation. Any node may be
 * killed at any point of it: the next round, here or after the next start, goes on from what the database says.
 */
@ApplicationScoped
public class Reconciler {
    private static final Logger LOG = System.getLogger(Reconciler.class.getName());
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final int AFTER_THE_SCHEMA = 2;

    @Inject
    @ConfigProperty(name = "portico.plugins.reconcile", defaultValue = "PT3S")
    Duration pause;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantVisits visits;

    @Inject
    WorkInProgress work;

    @Inject
    NodePlugins node;

    @Inject
    Reconciliation reconciliation;

    @Inject
    PluginData data;

    @Inject
    NodeName name;

    private final ReentrantLock one = new ReentrantLock();
    private List<Reconciliation.Observation> said = List.of();
    private Instant saidAt = Instant.EPOCH;
    private Future<?> rounds = CompletableFuture.completedFuture(null);

    void start(@Observes @Priority(AFTER_THE_SCHEMA) @Initialized(ApplicationScoped.class) Object event) {
        round();
        rounds =
                executor.scheduleWithFixedDelay(this::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeploymentChanged changed) {
        executor.execute(this::round);
    }

    /** Nobody has to wait until others notice that this node is gone. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        rounds.cancel(false);
        alone(() -> say(List.of()));
    }

    // A task that throws is never run again.
    @SuppressWarnings("try") // the piece of work is held, not used
    private void round() {
        try (var piece = work.begin()) {
            if (!work.closed()) {
                alone(this::reconcile);
            }
        }
    }

    private void alone(Runnable step) {
        one.lock();
        try {
            directory.byId(Tenant.STAFF).ifPresent(staff -> visits.visit(staff, tenant -> step.run()));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "The plugins wait for the next round", e);
        } finally {
            one.unlock();
        }
    }

    private void reconcile() {
        var observed = node.follow(reconciliation.wishes(), this::say);
        if (!observed.equals(said) || saidAt.plus(HEARTBEAT).isBefore(Instant.now())) {
            say(observed);
        }
        data.due().forEach(this::purge);
    }

    private void purge(String pluginId) {
        try {
            data.purge(pluginId);
        } catch (RuntimeException passing) {
            LOG.log(Level.WARNING, "The data of plugin " + pluginId + " goes in another round", passing);
        }
    }

    private void say(List<Reconciliation.Observation> observed) {
        reconciliation.report(name.get(), observed);
        said = observed;
        saidAt = Instant.now();
    }
}
