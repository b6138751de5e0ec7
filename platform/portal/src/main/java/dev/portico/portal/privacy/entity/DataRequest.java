package dev.portico.portal.privacy.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's wish that what is kept about them be deleted. Once it is carried out, it says no more than that it was. */
@Entity
@Table(name = "data_request")
public class DataRequest extends TenantOwned {
    @Id
    private String id;

    private String subject;
    private String reason;
    private String answer = "";

    @Enumerated(EnumType.STRING)
    private DataRequestState state = DataRequestState.WAITING;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private int attempts;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DataRequest() {}

    public DataRequest(String subject, String reason, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.subject = subject;
        this.reason = reason;
        this.askedAt = now;
    }

    public void cancel(Instant now) {
        decide(DataRequestState.CANCELLED, now);
    }

    /** @param why for the person to read */
    public void refuse(String why, Instant now) {
        decide(DataRequestState.REFUSED, now);
        answer = why;
    }

    public void erase(Instant now) {
        decide(DataRequestState.ERASED, now);
        reason = "";
        nextAttemptAt = now;
    }

    /** Somebody turns to Keycloak; where nothing is heard of it, the next one does so at {@code next}. */
    public void attempt(Instant next) {
        attempts++;
        nextAttemptAt = next;
    }

    /** Keycloak has the account no longer. */
    public void done() {
        if (state == DataRequestState.ERASED) {
            state = DataRequestState.DONE;
            nextAttemptAt = null;
        }
    }

    private void decide(DataRequestState decision, Instant now) {
        if (!waiting()) {
            throw new IllegalStateException("Request " + id + " is " + state);
        }
        state = decision;
        decidedAt = now;
    }

    public String id() {
        return id;
    }

    /** Key of the account. */
    public String subject() {
        return subject;
    }

    /** What the person wrote; perhaps nothing. */
    public String reason() {
        return reason;
    }

    /** Why it was refused. */
    public String answer() {
        return answer;
    }

    public DataRequestState state() {
        return state;
    }

    public boolean waiting() {
        return state == DataRequestState.WAITING;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public int attempts() {
        return attempts;
    }
}
