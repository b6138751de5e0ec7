package dev.portico.portal.registration.control;

/** Somebody has sent the form. Fired in the transaction that keeps it; to be acted on after its commit. */
public record RegistrationAsked(String tenant) {}
