package dev.portico.portal.mail.control;

import java.util.Optional;

/**
 * The mail server has said of a mail of the current tenant that there is nobody at its address; told once that is on record, outside
 * of a transaction.
 *
 * @param ticketNumber whose mail it was
 * @param answer the server's
 */
public record RecipientUnknown(Optional<Long> ticketNumber, String recipient, String answer) {}
