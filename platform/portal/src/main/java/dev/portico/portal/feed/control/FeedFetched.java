package dev.portico.portal.feed.control;

import dev.portico.portal.feed.entity.FeedProblem;
import java.util.Optional;

/**
 * A feed has been fetched, and the plugin called with what came.
 *
 * @param problem empty after a success
 */
public record FeedFetched(String tenantId, String pluginId, Optional<FeedProblem> problem) {}
