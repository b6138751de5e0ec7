package dev.portico.portal.job.entity;

import java.util.UUID;

/** A job that is this node's to run, for a while. */
public record ClaimedJob(String pluginId, String id, UUID claim) {}
