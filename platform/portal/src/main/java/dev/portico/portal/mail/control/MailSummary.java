package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.MailState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail in a list. */
public record MailSummary(
        String id, String subject, String recipient, Instant createdAt, Optional<Instant> sentAt, MailState state) {
    /** For the query. */
    public MailSummary(
            String id, String subject, String recipient, Instant createdAt, @Nullable Instant sentAt, MailState state) {
        this(id, subject, recipient, createdAt, Optional.ofNullable(sentAt), state);
    }
}
