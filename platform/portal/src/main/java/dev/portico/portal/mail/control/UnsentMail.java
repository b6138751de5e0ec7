package dev.portico.portal.mail.control;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail that was given up. */
public record DeadLetter(
        String id,
        Optional<Long> ticketNumber,
        String subject,
        String recipient,
        Instant createdAt,
        int attempts,
        String reason) {
    /** For the query. */
    public DeadLetter(
            String id,
            @Nullable Long ticketNumber,
            String subject,
            String recipient,
            Instant createdAt,
            int attempts,
            @Nullable String reason) {
        this(
                id,
                Optional.ofNullable(ticketNumber),
                subject,
                recipient,
                createdAt,
                attempts,
                Optional.ofNullable(reason).orElse(""));
    }
}
