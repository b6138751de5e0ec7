package dev.portico.portal.sla.entity;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a clock within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class ClockId implements Serializable {
    private static final long serialVersionUID = 1L;

    private long ticketNumber;
    private @Nullable String metric;

    public ClockId() {}

    public ClockId(long ticketNumber, String metric) {
        this.ticketNumber = ticketNumber;
        this.metric = metric;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClockId that
                && that.ticketNumber == ticketNumber
                && Objects.equals(that.metric, metric);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ticketNumber, metric);
    }
}
