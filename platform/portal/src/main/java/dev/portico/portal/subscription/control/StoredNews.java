package dev.portico.portal.subscription.control;

import dev.portico.plugin.manifest.Tone;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A plugin's news as the portal keeps it.
 *
 * @param id the plugin's
 * @param takenAt who subscribes later is not told
 * @param link absolute; empty where there is none to follow
 */
public record StoredNews(
        String pluginId,
        String id,
        Instant happenedAt,
        Instant takenAt,
        Set<String> topics,
        Tone tone,
        NewsWords words,
        String link,
        Optional<String> issue) {}
