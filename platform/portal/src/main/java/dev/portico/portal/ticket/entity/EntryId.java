package dev.portico.portal.ticket.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of an entry within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class EntryId implements Serializable {
    private static final long serialVersionUID = 1L;

    private long ticketNumber;
    private int position;

    public EntryId() {}

    public EntryId(long ticketNumber, int position) {
        this.ticketNumber = ticketNumber;
        this.position = position;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryId that && that.ticketNumber == ticketNumber && that.position == position;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ticketNumber, position);
    }
}
