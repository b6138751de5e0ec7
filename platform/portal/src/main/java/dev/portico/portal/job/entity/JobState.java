package dev.portico.portal.job.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with a job, for the administrator.
 *
 * @param problem of the last run, in English
 */
public record JobState(String id, Instant nextAt, Optional<Instant> lastAt, Optional<String> problem) {}
