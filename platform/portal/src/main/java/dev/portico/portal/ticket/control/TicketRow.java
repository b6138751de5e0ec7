package dev.portico.portal.ticket.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param dueAt when what is promised and not yet kept is over
 */
public record TicketRow(
        Long number,
        String type,
        String subject,
        String status,
        String severity,
        Integer severityRank,
        Boolean urgent,
        @Nullable String product,
        String requesterName,
        @Nullable String assigneeName,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        @Nullable Instant escalatedAt) {
    public boolean escalated() {
        return escalatedAt != null;
    }
}
