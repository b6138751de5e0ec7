package dev.portico.portal.ticket.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How many tickets a requester has, kept by the database as tickets come, close, reopen and go into the archive. */
@Entity
@Table(name = "ticket_tally")
public class TicketTally extends TenantOwned {
    @Id
    @Column(name = "requester_subject")
    private String requesterSubject;

    @Column(name = "open_count")
    private long openCount;

    @Column(name = "closed_count")
    private long closedCount;

    @Column(name = "archived_count")
    private long archivedCount;

    @SuppressWarnings("NullAway.Init")
    protected TicketTally() {}

    public String requesterSubject() {
        return requesterSubject;
    }

    public long openCount() {
        return openCount;
    }

    public long closedCount() {
        return closedCount;
    }

    public long archivedCount() {
        return archivedCount;
    }
}
