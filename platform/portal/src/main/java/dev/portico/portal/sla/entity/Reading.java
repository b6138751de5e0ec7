package dev.portico.portal.sla.entity;

import dev.portico.plugin.manifest.Sla;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a promised time stands at a moment.
 *
 * @param pauses in order; the last may go on
 * @param warnAt when those who answer are warned; absent where the clock stands still before that
 * @param dueAt when the time is over; absent where the clock stands still before that
 * @param answeredAt when the promise was kept, in time or late
 */
public record Reading(
        Sla.Metric metric,
        Sla.Target target,
        State state,
        Instant startedAt,
        List<Pause> pauses,
        Optional<Instant> warnAt,
        Optional<Instant> dueAt,
        Optional<Instant> answeredAt) {
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        MISSED,
        /** The requester closed the ticket before the time was over. */
        ENDED
    }

    /** @param status in which the clock stood still */
    public record Pause(
            String status, Instant from, @Nullable Instant to) {}

    public Reading {
        pauses = List.copyOf(pauses);
    }

    /** Whether the promise is still to be kept. */
    public boolean unanswered() {
        return answeredAt.isEmpty() && state != State.ENDED;
    }
}
