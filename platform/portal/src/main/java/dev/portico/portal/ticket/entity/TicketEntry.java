package dev.portico.portal.ticket.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a ticket. Written once, never changed. */
@Entity
@Table(name = "ticket_entry")
@IdClass(EntryId.class)
public class TicketEntry extends TenantOwned {
    @Id
    @Column(name = "ticket_number")
    private long ticketNumber;

    @Id
    private int position;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private boolean internal;

    @Embedded
    private Author author;

    private String text;

    @Column(name = "old_value")
    private @Nullable String oldValue;

    @Column(name = "new_value")
    private @Nullable String newValue;

    @Column(name = "submission_key")
    private @Nullable String submissionKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected TicketEntry() {}

    TicketEntry(long ticketNumber, int position, Happening happening, Author author, Instant createdAt) {
        this.ticketNumber = ticketNumber;
        this.position = position;
        this.kind = happening.kind();
        this.internal = happening.internal();
        this.text = happening.text();
        this.oldValue = happening.oldValue();
        this.newValue = happening.newValue();
        this.submissionKey = happening.submissionKey();
        this.author = author;
        this.createdAt = createdAt;
    }

    public long ticketNumber() {
        return ticketNumber;
    }

    public int position() {
        return position;
    }

    public EntryKind kind() {
        return kind;
    }

    public boolean internal() {
        return internal;
    }

    public Author author() {
        return author;
    }

    public String text() {
        return text;
    }

    public Optional<String> oldValue() {
        return Optional.ofNullable(oldValue);
    }

    public Optional<String> newValue() {
        return Optional.ofNullable(newValue);
    }

    public Optional<String> submissionKey() {
        return Optional.ofNullable(submissionKey);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
