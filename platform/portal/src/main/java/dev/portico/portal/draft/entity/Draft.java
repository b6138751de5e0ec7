package dev.portico.portal.draft.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

/** One form of one person, half filled in. Only read as an entity: writing has to stand two tabs at once. */
@Entity
@IdClass(DraftId.class)
public class Draft extends TenantOwned {
    @Id
    @Column(name = "owner_subject")
    private String ownerSubject;

    @Id
    private String form;

    private String content;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Draft() {}

    public Draft(String ownerSubject, String form, String content, Instant updatedAt) {
        this.ownerSubject = ownerSubject;
        this.form = form;
        this.content = content;
        this.updatedAt = updatedAt;
    }

    public String ownerSubject() {
        return ownerSubject;
    }

    /** As in "new.case" or "comment.1042". */
    public String form() {
        return form;
    }

    /** JSON object of field → text. */
    public String content() {
        return content;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
