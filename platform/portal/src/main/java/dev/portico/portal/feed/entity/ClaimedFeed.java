package dev.portico.portal.feed.entity;

import dev.portico.plugin.feed.Feed;
import java.util.UUID;

/**
 * A feed that is this node's to fetch, for a while.
 *
 * @param failures in a row before this fetch
 * @param claim tells this fetch from one that another node begins when this one takes too long
 */
public record ClaimedFeed(String pluginId, Feed feed, Validators validators, int failures, UUID claim) {}
