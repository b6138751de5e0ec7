package dev.portico.portal.ticket.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

/** A person and a ticket. The requester is here only once they have chosen about its mails. */
@Entity
@IdClass(ParticipantId.class)
public class Participant extends TenantOwned {
    @Id
    @Column(name = "ticket_number")
    private long ticketNumber;

    @Id
    private String subject;

    @Enumerated(EnumType.STRING)
    private Part part;

    private boolean muted;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Participant() {}

    public Participant(long ticketNumber, String subject, Part part, Instant now) {
        this.ticketNumber = ticketNumber;
        this.subject = subject;
        this.part = part;
        this.createdAt = now;
    }

    /** The same for another account of the person. */
    public Participant handedTo(String other) {
        var copy = new Participant(ticketNumber, other, part, createdAt);
        copy.muted = muted;
        return copy;
    }

    /** Also what another account of the person has. */
    public void take(Participant other) {
        if (other.takesPart() && part != Part.REQUESTER) {
            part = Part.TAKING_PART;
        }
        muted = muted || other.muted;
    }

    public void join() {
        part = Part.TAKING_PART;
        muted = false;
    }

    public void decline() {
        part = Part.DECLINED;
    }

    public void mute(boolean silent) {
        muted = silent;
    }

    public long ticketNumber() {
        return ticketNumber;
    }

    public String subject() {
        return subject;
    }

    public Part part() {
        return part;
    }

    public boolean takesPart() {
        return part == Part.TAKING_PART;
    }

    /** Gets no mails about the ticket. */
    public boolean muted() {
        return muted;
    }
}
