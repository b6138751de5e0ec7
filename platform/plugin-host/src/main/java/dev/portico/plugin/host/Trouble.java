package dev.portico.plugin.host;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a running plugin that has failed lately for a tenant, for the administrator to see.
 *
 * @param point simple name of the extension point
 * @param since the first failure after which it was never all well
 * @param lastReason in plain words
 * @param retryAt from when it is tried again; empty while it is still called, failing now and then
 */
public record Trouble(
        String pluginId,
        String version,
        String tenantId,
        String point,
        Instant since,
        Instant lastAt,
        String lastReason,
        Optional<Instant> retryAt) {
    public Problem problem() {
        return new Problem(
                "plugin.problem.failing", "", Map.of("point", point, "tenant", tenantId, "reason", lastReason));
    }
}
