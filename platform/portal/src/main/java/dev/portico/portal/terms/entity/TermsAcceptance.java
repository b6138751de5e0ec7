package dev.portico.portal.terms.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody has accepted a version of the terms. */
@Entity
@Table(name = "terms_acceptance")
@IdClass(TermsAcceptanceId.class)
public class TermsAcceptance extends TenantOwned {
    @Id
    private String subject;

    @Id
    private int version;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @SuppressWarnings("NullAway.Init")
    protected TermsAcceptance() {}

    public TermsAcceptance(String subject, int version, Instant now) {
        this.subject = subject;
        this.version = version;
        this.acceptedAt = now;
    }

    public int version() {
        return version;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }
}
