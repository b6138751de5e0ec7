package dev.portico.portal.tenant.control;

/** A tenant's entry of the directory was changed. */
public record TenantChanged(String tenantId) {}
