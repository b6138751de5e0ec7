package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.MailProblem;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail that has not gone out.
 *
 * @param problem empty where nobody has tried
 * @param reason the mail server's own words; may be empty
 * @param nextAttemptAt empty where nobody will try by themselves
 */
public record UnsentMail(
        String id,
        Optional<Long> ticketNumber,
        String subject,
        String recipient,
        Instant createdAt,
        int attempts,
        Optional<MailProblem> problem,
        String reason,
        Optional<Instant> nextAttemptAt) {}
