package dev.portico.portal.ticket.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket in a list. */
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
        Instant updatedAt) {}
