package dev.portico.portal.job.boundary;

import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.job.JobHandler;
import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginJob;
import dev.portico.portal.job.entity.ClaimedJob;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.PluginCalls;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.PluginActed;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs on every node the jobs that are due, one after the other. A call of a plugin is short, and so is a turn. */
@ApplicationScoped
public class JobWorker {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    /** For as long a job that has more to do goes on; then others have their turn. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private static final int MOST_OF_A_TENANT = 10;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantDesks desks;

    @Inject
    PluginCalls calls;

    @Inject
    Jobs jobs;

    @Inject
    WorkInProgress work;

    @Inject
    Event<PluginActed> acted;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Jobs", this::round);
    }

    private void round(Tenant tenant) {
        var plugins = desks.enabled().stream()
                .filter(plugin -> plugin.manifest().capabilities().contains(Capability.JOBS))
                .toList();
        if (plugins.isEmpty()) {
            return;
        }
        plugins.forEach(plugin -> jobs.keepInStep(plugin.manifest()));
        for (var turns = 0; turns < MOST_OF_A_TENANT && !work.ending(); turns++) {
            var claimed = jobs.claim(
                    plugins.stream().map(plugin -> plugin.manifest().id()).toList());
            if (claimed.isEmpty()) {
                return;
            }
            turn(tenant, plugins, claimed.get());
        }
    }

    private void turn(Tenant tenant, List<EnabledPlugin> plugins, ClaimedJob claimed) {
        var plugin = plugins.stream()
                .filter(enabled -> enabled.manifest().id().equals(claimed.pluginId()))
                .findFirst()
                .orElseThrow();
        var outcome = portions(plugin, claimed.id());
        var more = outcome.orElse(false);
        jobs.settle(claimed, more ? Duration.ZERO : every(plugin, claimed.id()), problem(outcome));
        if (outcome instanceof Outcome.Answered) {
            acted.fire(new PluginActed(tenant.id(), claimed.pluginId()));
        }
    }

    /** @return of the last portion */
    private Outcome<Boolean> portions(EnabledPlugin plugin, String jobId) {
        var until = Instant.now().plus(TURN);
        Outcome<Boolean> outcome;
        do {
            outcome = calls.to(plugin).call(JobHandler.class, (handler, tenant) -> handler.run(tenant, jobId));
        } while (outcome.orElse(false) && Instant.now().isBefore(until) && !work.ending());
        return outcome;
    }

    private static Duration every(EnabledPlugin plugin, String jobId) {
        return plugin.manifest().jobs().stream()
                .filter(job -> job.id().equals(jobId))
                .map(PluginJob::every)
                .filter(every -> every.compareTo(SHORTEST) > 0)
                .findFirst()
                .orElse(SHORTEST);
    }

    private static Optional<String> problem(Outcome<Boolean> outcome) {
        if (outcome instanceof Outcome.Failed<Boolean> failed) {
            return Optional.of(failed.why());
        }
        if (outcome instanceof Outcome.PutAside<Boolean> aside) {
            return Optional.of(aside.why());
        }
        return outcome instanceof Outcome.NotOffered
                ? Optional.of("The plugin runs no jobs, though it declares them")
                : Optional.empty();
    }
}
