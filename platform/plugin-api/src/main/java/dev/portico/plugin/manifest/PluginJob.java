package dev.portico.plugin.manifest;

import java.time.Duration;

/**
 * Work in the background, see {@link dev.portico.plugin.job.JobHandler}.
 *
 * @param every from the end of one run to the next; 10 s at least
 */
public record PluginJob(String id, Duration every) {}
