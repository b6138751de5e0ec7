package dev.portico.portal.ticket.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of a total within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class TicketTallyId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String requesterSubject = "";
    private String organizationId = "";

    public TicketTallyId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof TicketTallyId that
                && that.requesterSubject.equals(requesterSubject)
                && that.organizationId.equals(organizationId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(requesterSubject, organizationId);
    }
}
