package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.MailState;

/**
 * The mail server was asked to take a mail; observe it after the transaction's success.
 *
 * @param state what the mail is now: queued where it will be tried again
 */
public record MailAttempted(String tenantId, MailState state) {}
