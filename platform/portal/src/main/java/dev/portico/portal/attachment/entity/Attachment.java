package dev.portico.portal.attachment.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of a draft, until it is attached to a ticket for good. */
@Entity
public class Attachment extends TenantOwned {
    @Id
    private String id;

    @Column(name = "owner_subject")
    private String ownerSubject;

    @Column(name = "uploader_name")
    private String uploaderName;

    @Column(name = "draft_form")
    private @Nullable String draftForm;

    @Column(name = "ticket_number")
    private @Nullable Long ticketNumber;

    private boolean internal;
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private long size;
    private String sha256;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    private Attachment(Uploader uploader, StoredFile file, Instant now) {
        this.ownerSubject = uploader.subject();
        this.uploaderName = uploader.name();
        this.id = file.id();
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.createdAt = now;
    }

    public static Attachment ofDraft(Uploader uploader, String form, StoredFile file, Instant now) {
        var attachment = new Attachment(uploader, file, now);
        attachment.draftForm = form;
        return attachment;
    }

    /** @param internal whether only agents see it */
    public static Attachment ofTicket(
            Uploader uploader, long ticketNumber, boolean internal, StoredFile file, Instant now) {
        var attachment = new Attachment(uploader, file, now);
        attachment.attachTo(ticketNumber, internal);
        return attachment;
    }

    /**
     * The same file at the ticket that continues this one's, under the same id.
     *
     * @param owner subject of whoever it belongs to there
     */
    public Attachment copiedTo(long ticket, String owner) {
        var copy = new Attachment(
                new Uploader(owner, uploaderName), new StoredFile(id, name, mediaType, size, sha256), createdAt);
        copy.attachTo(ticket, internal);
        return copy;
    }

    /** To the ticket that continues the one that it is at. */
    public void goWith(long ticket) {
        ticketNumber = ticket;
    }

    /** @throws IllegalStateException where it belongs to a ticket already */
    public void attachTo(long number, boolean onlyForAgents) {
        if (ticketNumber != null) {
            throw new IllegalStateException("Attachment " + id + " belongs to a ticket already");
        }
        ticketNumber = number;
        internal = onlyForAgents;
        draftForm = null;
    }

    public String id() {
        return id;
    }

    public String ownerSubject() {
        return ownerSubject;
    }

    public String uploaderName() {
        return uploaderName;
    }

    public Optional<String> draftForm() {
        return Optional.ofNullable(draftForm);
    }

    public Optional<Long> ticketNumber() {
        return Optional.ofNullable(ticketNumber);
    }

    public boolean internal() {
        return internal;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** In hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
