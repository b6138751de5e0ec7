package dev.portico.portal.privacy.control;

/** Keycloak has to delete an account. Fired in the transaction that made it so; to be acted on after its commit. */
public record ErasureDue(String tenantId) {}
