package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.MailState;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail in the history of its ticket.
 *
 * @param correspondent to whom it went, or who sent it where it was received
 * @param at when it was written, or received
 * @param state of one that we sent; empty for one that was received
 */
public record MailSummary(String id, String subject, String correspondent, Instant at, Optional<MailState> state) {
    public boolean received() {
        return state.isEmpty();
    }
}
