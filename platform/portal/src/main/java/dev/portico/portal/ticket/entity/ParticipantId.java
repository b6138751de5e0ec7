package dev.portico.portal.ticket.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of a participant within the tenant. A class, not a record: JPA 3.1 asks for one. */
public class ParticipantId implements Serializable {
    private static final long serialVersionUID = 1L;

    private long ticketNumber;
    private String subject = "";

    public ParticipantId() {}

    public ParticipantId(long ticketNumber, String subject) {
        this.ticketNumber = ticketNumber;
        this.subject = subject;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParticipantId that && that.ticketNumber == ticketNumber && that.subject.equals(subject);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ticketNumber, subject);
    }
}
