package dev.portico.portal.mailbox.boundary;

/** That a mail is kept which nobody has processed yet. */
public record MailReceived(String tenantId) {}
