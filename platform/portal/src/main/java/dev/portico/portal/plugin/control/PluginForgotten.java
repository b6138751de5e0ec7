package dev.portico.portal.plugin.control;

/** All that the tenant has of a plugin is being deleted, in the transaction that says so: whoever keeps some of it does so too. */
public record PluginForgotten(String tenantId, String pluginId) {}
