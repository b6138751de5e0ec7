package dev.portico.portal.feed.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with a feed, for the administrator.
 *
 * @param lastAt of the last fetch, whatever came of it
 * @param lastTakenAt when the plugin last had the current document
 * @param problem of the last fetch
 * @param detail in English; empty without a problem
 */
public record FeedState(
        String id,
        String address,
        Instant nextAt,
        Optional<Instant> lastAt,
        Optional<Instant> lastTakenAt,
        Optional<FeedProblem> problem,
        String detail) {}
