package dev.portico.portal.ticket.entity;

import jakarta.persistence.Embeddable;

/** A ticket of any tenant, by its name and not by reference: no reference crosses the wall. */
@Embeddable
public class TicketPlace {
    private String tenant;
    private Long number;

    @SuppressWarnings("NullAway.Init")
    protected TicketPlace() {}

    public TicketPlace(String tenant, long number) {
        this.tenant = tenant;
        this.number = number;
    }

    public String tenant() {
        return tenant;
    }

    public long number() {
        return number;
    }
}
