package dev.portico.portal.ticket.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** How many tickets a requester has filed for an organization, kept by the database as tickets come, close, reopen and go into the archive. */
@Entity
@Table(name = "ticket_tally")
@IdClass(TicketTallyId.class)
public class TicketTally extends TenantOwned {
    @Id
    @Column(name = "requester_subject")
    private String requesterSubject;

    /** Empty for tickets of none. */
    @Id
    @Column(name = "organization_id")
    private String organizationId;

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

    public String organizationId() {
        return organizationId;
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
