package dev.portico.portal.job.boundary;

import dev.portico.plugin.manifest.PluginJob;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.portal.job.control.JobStore;
import dev.portico.portal.job.entity.ClaimedJob;
import dev.portico.portal.job.entity.JobState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The current tenant's jobs: which there are, which are due, and how they went. */
@ApplicationScoped
@Transactional
public class Jobs {
    /** Longer than a turn can take; a node that died keeps a job from others for so long. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    @Inject
    JobStore store;

    /** One that is new has its first turn at once. */
    void keepInStep(PluginManifest plugin) {
        var now = Instant.now();
        plugin.jobs().forEach(job -> store.put(plugin.id(), job.id(), now));
        store.keepOnly(plugin.id(), plugin.jobs().stream().map(PluginJob::id).toList());
    }

    Optional<ClaimedJob> claim(Collection<String> pluginIds) {
        var now = Instant.now();
        return store.claim(pluginIds, now, now.plus(CLAIM));
    }

    /**
     * @param pause until the next turn
     * @param problem in English
     */
    void settle(ClaimedJob claimed, Duration pause, Optional<String> problem) {
        var now = Instant.now();
        store.settle(claimed, now, now.plus(pause), problem);
    }

    /** For administrators, whose right to see the tenant's plugins is checked by its route. */
    public List<JobState> of(String pluginId) {
        return store.of(pluginId);
    }

    /**
     * Has its next turn as soon as may be.
     *
     * @return false where the plugin has no such job
     */
    public boolean hurry(String pluginId, String jobId) {
        return store.hurry(pluginId, jobId, Instant.now());
    }
}
