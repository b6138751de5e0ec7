package dev.portico.portal.plugin.control;

/** A plugin's code has had its turn and may have changed what it knows: it has taken a feed, run a job or handled a form. */
public record PluginActed(String tenantId, String pluginId) {}
