package dev.portico.portal.account.control;

/** Keycloak has something to hear of an account. Fired in the transaction that made it so; to be acted on after its commit. */
public record AccountDue(String tenant) {}
