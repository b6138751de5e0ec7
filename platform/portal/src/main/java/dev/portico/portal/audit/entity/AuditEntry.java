package dev.portico.portal.audit.entity;

import dev.portico.i18n.TextFolding;
import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that an administrator did. Only ever added. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry extends TenantOwned {
    @Id
    private String id;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "actor_realm")
    private String actorRealm;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_name")
    private String actorName;

    @Column(name = "actor_folded")
    private String actorFolded;

    private String action;

    @Column(name = "object_id")
    private String objectId;

    private @Nullable String digest;
    private String changes;

    @Column(name = "request_id")
    private String requestId;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    /** @param changes JSON list of {@code {"field", "from", "to"}} */
    public AuditEntry(
            AuditAction action,
            String objectId,
            Optional<String> digest,
            String changes,
            AuditActor actor,
            String requestId,
            Instant happenedAt) {
        id = UUID.randomUUID().toString();
        // As exact as the database keeps it.
        this.happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
        actorRealm = actor.realm();
        actorSubject = actor.subject();
        actorName = actor.name();
        actorFolded = TextFolding.fold(actor.name());
        this.action = action.code();
        this.objectId = objectId;
        this.digest = digest.orElse(null);
        this.changes = changes;
        this.requestId = requestId;
    }

    public String id() {
        return id;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public AuditActor actor() {
        return new AuditActor(actorRealm, actorSubject, actorName);
    }

    /** Code of an {@link AuditAction}, maybe of a version of the portal that this one does not know. */
    public String action() {
        return action;
    }

    /** What it was done to: the id of a plugin, for example. */
    public String objectId() {
        return objectId;
    }

    /** SHA-256 of the file or key that it was done with, in hexadecimal. */
    public Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    public String changes() {
        return changes;
    }

    public String requestId() {
        return requestId;
    }
}
