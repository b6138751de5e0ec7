package dev.portico.portal.invitation.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One link, for one person, until it is used, is replaced or expires. */
@Entity
public class Invitation extends TenantOwned {
    public static final Duration LIFE = Duration.ofDays(7);

    /** As long as Keycloak is given to answer, and more. */
    private static final Duration ACCEPTED_WITHIN = Duration.ofMinutes(1);

    @Id
    private String id;

    private String subject;
    private String email;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "working_until")
    private @Nullable Instant workingUntil;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    /**
     * @param id random
     * @param subject of the account
     * @param email where the link is sent
     * @param tokenHash of what stands in the link
     */
    public Invitation(String id, String subject, String email, String tokenHash, Instant now) {
        this.id = id;
        this.subject = subject;
        this.email = email;
        this.tokenHash = tokenHash;
        createdAt = now;
        expiresAt = now.plus(LIFE);
    }

    /** What has become of it. */
    public enum State {
        OPEN,
        EXPIRED,
        USED,
        /** Another took its place. */
        REPLACED
    }

    public State state(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        if (endedAt != null) {
            return State.REPLACED;
        }
        return expiresAt.isAfter(now) ? State.OPEN : State.EXPIRED;
    }

    /** A later one takes its place. */
    public void replaced(Instant now) {
        if (endedAt == null && usedAt == null) {
            endedAt = now;
        }
    }

    /**
     * Somebody is about to accept it; if nothing comes of it, it can be accepted again.
     *
     * @return false while somebody else does
     */
    public boolean begin(Instant now) {
        if (workingUntil != null && workingUntil.isAfter(now)) {
            return false;
        }
        workingUntil = now.plus(ACCEPTED_WITHIN);
        return true;
    }

    /** Nothing came of it. */
    public void release() {
        workingUntil = null;
    }

    public void used(Instant now) {
        usedAt = now;
        workingUntil = null;
    }

    public String subject() {
        return subject;
    }

    /** Whether whoever has the link has been sent it at this address. */
    public boolean proves(String address) {
        return email.equalsIgnoreCase(address);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
