package dev.portico.portal.sla.control;

import java.time.Duration;
import java.time.Instant;

/** Which time counts. */
public interface WorkingTime {
    /** Around the clock. */
    WorkingTime ALWAYS = new WorkingTime() {
        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }

        @Override
        public Instant after(Instant from, Duration amount) {
            return from.plus(amount);
        }
    };

    /**
     * How much of a span counts.
     *
     * @param to not before {@code from}
     */
    Duration between(Instant from, Instant to);

    /**
     * When {@code amount} of counting time has passed since {@code from}: the first such moment, so an amount that ends
     * with a working day ends in its evening and not the next morning.
     */
    Instant after(Instant from, Duration amount);
}
