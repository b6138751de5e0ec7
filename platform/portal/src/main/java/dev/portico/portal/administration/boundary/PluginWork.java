package dev.portico.portal.administration.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.feed.boundary.Feeds;
import dev.portico.portal.feed.entity.FeedState;
import dev.portico.portal.job.boundary.Jobs;
import dev.portico.portal.job.entity.JobState;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.TenantDesks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What the portal does in the background for a plugin that the current tenant has enabled: how it went, and the wish not to wait. */
@ApplicationScoped
@Transactional
public class PluginWork {
    @Inject
    TenantDesks desks;

    @Inject
    Feeds feeds;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    /** Empty where the plugin is not enabled or does not run. */
    public Optional<EnabledPlugin> find(String pluginId) {
        return desks.enabled().stream()
                .filter(plugin -> plugin.manifest().id().equals(pluginId))
                .findFirst();
    }

    /** Empty where it is not enabled: nothing is fetched then. */
    public List<FeedState> feeds(String pluginId) {
        return find(pluginId).map(plugin -> feeds.of(pluginId)).orElse(List.of());
    }

    /** Empty where it is not enabled: nothing is run then. */
    public List<JobState> jobs(String pluginId) {
        return find(pluginId).map(plugin -> jobs.of(pluginId)).orElse(List.of());
    }

    /** @throws PortalException not found, where no such plugin is enabled */
    public void fetchNow(String pluginId) {
        requireEnabled(pluginId);
        feeds.hurry(pluginId);
        audit.record(AuditAction.FEEDS_HURRIED, pluginId, Optional.empty(), List.of());
    }

    /** @throws PortalException not found, where no such plugin is enabled or it has no such job */
    public void runNow(String pluginId, String jobId) {
        requireEnabled(pluginId);
        if (!jobs.hurry(pluginId, jobId)) {
            throw PortalException.notFound();
        }
        audit.record(
                AuditAction.JOB_HURRIED,
                pluginId,
                Optional.empty(),
                List.of(new Change("job", JsonValue.NULL, Json.createValue(jobId))));
    }

    private void requireEnabled(String pluginId) {
        if (find(pluginId).isEmpty()) {
            throw PortalException.notFound();
        }
    }
}
