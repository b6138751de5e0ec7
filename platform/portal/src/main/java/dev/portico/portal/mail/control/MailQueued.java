package dev.portico.portal.mail.control;

/** A mail of the tenant was queued; observe it after the transaction's success. */
public record MailQueued(String tenantId) {}
