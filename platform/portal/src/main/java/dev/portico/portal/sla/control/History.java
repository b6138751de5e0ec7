package dev.portico.portal.sla.control;

import java.time.Instant;
import java.util.List;

/**
 * What a promised time depends on.
 *
 * @param status the first one
 * @param level the present one: a changed level counts from the beginning
 * @param events in order of time
 */
public record History(Instant createdAt, String status, String level, List<Event> events) {
    public History {
        events = List.copyOf(events);
    }

    public sealed interface Event {
        Instant at();
    }

    /** @param settled whether somebody who answers has settled the ticket with it */
    public record Moved(Instant at, String status, boolean open, boolean settled) implements Event {}

    /** An agent wrote to the requester. */
    public record Answered(Instant at) implements Event {}
}
