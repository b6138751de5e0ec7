package dev.portico.portal.plugin.control;

/** A tenant's choice of plugins or their settings have changed. */
public record TenantPluginChanged(String tenantId) {}
