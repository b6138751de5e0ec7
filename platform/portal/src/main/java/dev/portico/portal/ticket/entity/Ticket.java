package dev.portico.portal.ticket.entity;

import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.portal.failure.MovedException;
import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for support. Each change goes through {@link #record} and leaves an entry. */
@Entity
public class Ticket extends TenantOwned {
    @Id
    private long number;

    private String type;
    private String subject;

    @Column(name = "subject_folded")
    private String subjectFolded;

    private String status;

    @Enumerated(EnumType.STRING)
    private StatusCategory category;

    private boolean open;

    /** The database says so of the category. */
    @Column(insertable = false, updatable = false)
    private boolean archived;

    @Column(name = "has_participants")
    private boolean hasParticipants;

    @Column(name = "status_since")
    private Instant statusSince;

    private String severity;

    @Column(name = "severity_rank")
    private int severityRank;

    private boolean urgent;

    @Column(name = "urgent_phrase")
    private @Nullable String urgentPhrase;

    private @Nullable String product;
    private String attributes;
    private String language;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "requester_subject")
    private String requesterSubject;

    @Column(name = "requester_name")
    private String requesterName;

    @Column(name = "organization_id")
    private @Nullable String organizationId;

    @Embedded
    private @Nullable Assignee assignee;

    private @Nullable Long follows;

    @Column(name = "submission_key")
    private @Nullable String submissionKey;

    @Column(name = "submission_digest")
    private String submissionDigest;

    @Column(name = "last_position")
    private int lastPosition;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "escalated_at")
    private @Nullable Instant escalatedAt;

    @Embedded
    @AttributeOverride(name = "tenant", column = @Column(name = "origin_tenant"))
    @AttributeOverride(name = "number", column = @Column(name = "origin_number"))
    private @Nullable TicketPlace origin;

    @Column(name = "origin_position")
    private @Nullable Integer originPosition;

    @Embedded
    @AttributeOverride(name = "tenant", column = @Column(name = "successor_tenant"))
    @AttributeOverride(name = "number", column = @Column(name = "successor_number"))
    private @Nullable TicketPlace successor;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Ticket() {}

    public Ticket(long number, Opening opening, Requester requester, Workflow.Status initial, Instant now) {
        if (!initial.category().open()) {
            throw new IllegalArgumentException("A ticket cannot start in status " + initial.id());
        }
        this.number = number;
        this.type = opening.type();
        this.subject = opening.subject();
        this.subjectFolded = opening.foldedSubject();
        this.status = initial.id();
        this.category = initial.category();
        this.open = true;
        this.statusSince = now;
        this.severity = opening.severity();
        this.urgent = opening.urgentPhrase().isPresent();
        this.severityRank = urgent ? 0 : opening.severityRank();
        this.urgentPhrase = opening.urgentPhrase().orElse(null);
        this.product = opening.product().orElse(null);
        this.attributes = opening.attributes();
        this.language = requester.language().toLanguageTag();
        this.channel = opening.channel();
        this.requesterSubject = requester.subject();
        this.requesterName = requester.name();
        this.organizationId = requester.organization().orElse(null);
        this.follows = opening.follows().orElse(null);
        this.submissionKey = opening.submissionKey().orElse(null);
        this.submissionDigest = opening.submissionDigest();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Somebody else has to do with it from now on, or somebody has chosen about its mails. */
    public void involve() {
        hasParticipants = true;
    }

    /** Whether there may be participants: most have none, and it takes no statement to know. */
    public boolean hasParticipants() {
        return hasParticipants;
    }

    /** The next entry of this ticket; the caller stores it. What only agents see is no news to the requester. */
    public TicketEntry record(Happening happening, Author author, Instant now) {
        if (!happening.internal()) {
            updatedAt = now;
        }
        lastPosition++;
        return new TicketEntry(number, lastPosition, happening, author, now);
    }

    public TicketEntry moveTo(Workflow.Status target, Author author, Instant now) {
        var before = status;
        status = target.id();
        category = target.category();
        statusSince = now;
        open = target.category().open();
        if (open) {
            closedAt = null;
        } else if (closedAt == null) {
            closedAt = now;
        }
        return record(Happening.changed(EntryKind.STATUS, before, status), author, now);
    }

    /** @param rank of the level in its scale, 1 for the most serious; an urgent or escalated ticket stays before all of them */
    public TicketEntry rate(String level, int rank, Author author, Instant now) {
        var before = severity;
        severity = level;
        severityRank = urgent || escalated() ? 0 : rank;
        return record(Happening.changed(EntryKind.SEVERITY, before, level), author, now);
    }

    /** It goes before all levels of its scale, as an urgent one does. */
    public TicketEntry escalate(String reason, Author author, Instant now) {
        escalatedAt = now;
        severityRank = 0;
        return record(Happening.changed(EntryKind.ESCALATION, null, reason), author, now);
    }

    /** @param rank of its level */
    public TicketEntry deescalate(int rank, Author author, Instant now) {
        escalatedAt = null;
        severityRank = urgent ? 0 : rank;
        return record(Happening.changed(EntryKind.DE_ESCALATION, null, null), author, now);
    }

    /** Without an entry: what was escalated in the place that it came from is so here. */
    public void keepEscalation(Instant since) {
        escalatedAt = since;
        severityRank = 0;
    }

    /** Entry is internal: who works on a ticket is told by a mail of its own where the desk wants that. */
    public TicketEntry assign(@Nullable Assignee to, Author author, Instant now) {
        var before = assignee == null ? null : assignee.name();
        assignee = to;
        var after = to == null ? null : to.name();
        return record(Happening.changed(EntryKind.ASSIGNMENT, before, after).asInternal(), author, now);
    }

    /** When the earliest of what is promised and not yet kept is over. */
    public void owedBy(@Nullable Instant due) {
        dueAt = due;
    }

    /**
     * Takes note that it continues a ticket of another desk, which is no news to the requester.
     *
     * @param position of the last of its entries that came along
     */
    public TicketEntry cameFrom(TicketPlace place, int position, String text, Author author, Instant now) {
        origin = place;
        originPosition = position;
        lastPosition++;
        var arrival = new Happening(EntryKind.MOVED, false, text, place.tenant(), Long.toString(place.number()), null);
        return new TicketEntry(number, lastPosition, arrival, author, now);
    }

    /** Further entries of the origin have come along, up to this one. */
    public void cameOnTo(int position) {
        originPosition = position;
    }

    /** It goes on elsewhere: here nothing can happen to it any more, and it is in no list but the archive. */
    public void continuedAt(TicketPlace place) {
        successor = place;
        category = StatusCategory.ARCHIVED;
        open = false;
        dueAt = null;
    }

    /** @throws MovedException where it goes on elsewhere */
    public void requireHere() {
        if (successor != null) {
            throw new MovedException(successor.tenant(), successor.number());
        }
    }

    /** Without an entry: who had it in the place that it came from has it here. */
    public void keepAssignee(@Nullable Assignee to) {
        assignee = to;
    }

    public boolean requestedBy(String subject) {
        return requesterSubject.equals(subject);
    }

    public long number() {
        return number;
    }

    public String type() {
        return type;
    }

    public String subject() {
        return subject;
    }

    public String status() {
        return status;
    }

    public boolean open() {
        return open;
    }

    public boolean archived() {
        return category == StatusCategory.ARCHIVED;
    }

    public String severity() {
        return severity;
    }

    public boolean urgent() {
        return urgent;
    }

    public Optional<String> urgentPhrase() {
        return Optional.ofNullable(urgentPhrase);
    }

    public Optional<String> product() {
        return Optional.ofNullable(product);
    }

    /** JSON object of the type's further fields. */
    public String attributes() {
        return attributes;
    }

    public String requesterSubject() {
        return requesterSubject;
    }

    public String requesterName() {
        return requesterName;
    }

    public Optional<String> organizationId() {
        return Optional.ofNullable(organizationId);
    }

    public Optional<Assignee> assignee() {
        return Optional.ofNullable(assignee);
    }

    public Optional<Long> follows() {
        return Optional.ofNullable(follows);
    }

    public String submissionDigest() {
        return submissionDigest;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    /** Since when it is escalated. */
    public Optional<Instant> escalatedAt() {
        return Optional.ofNullable(escalatedAt);
    }

    public boolean escalated() {
        return escalatedAt != null;
    }

    public Optional<TicketPlace> origin() {
        return Optional.ofNullable(origin);
    }

    /** How many entries of the origin have come along. */
    public int originPosition() {
        return originPosition == null ? 0 : originPosition;
    }

    /** Where it goes on. */
    public Optional<TicketPlace> successor() {
        return Optional.ofNullable(successor);
    }

    public int lastPosition() {
        return lastPosition;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public Channel channel() {
        return channel;
    }

    public long version() {
        return version;
    }
}
