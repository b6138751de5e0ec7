package dev.portico.portal.contact.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

/** Until then, the one sees and answers the other's tickets. */
@Entity
@IdClass(DelegationId.class)
public class Delegation extends TenantOwned {
    @Id
    @Column(name = "from_subject")
    private String fromSubject;

    @Id
    @Column(name = "to_subject")
    private String toSubject;

    private Instant until;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Delegation() {}

    public Delegation(String fromSubject, String toSubject, Instant until, Instant now) {
        if (fromSubject.equals(toSubject)) {
            throw new IllegalArgumentException("Nobody needs their own leave");
        }
        this.fromSubject = fromSubject;
        this.toSubject = toSubject;
        this.until = until;
        this.createdAt = now;
    }

    public void last(Instant until) {
        this.until = until;
    }

    public String fromSubject() {
        return fromSubject;
    }

    public String toSubject() {
        return toSubject;
    }

    public Instant until() {
        return until;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
