package dev.portico.portal.registration.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one applicant entered, from the form to the account. */
@Entity
public class Registration extends TenantOwned {
    /** How long it waits to be confirmed, and holds its display name. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofHours(48);

    /** As long as Keycloak is given to answer, and more. */
    private static final Duration COMPLETED_WITHIN = Duration.ofMinutes(1);

    @Id
    private String id;

    private String subject;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    private String email;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "display_capitals")
    private String displayCapitals;

    @Column(name = "display_small")
    private String displaySmall;

    private String language;
    private String zone;

    @Column(name = "terms_version")
    private @Nullable Integer termsVersion;

    @Column(name = "return_to")
    private String returnTo;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "mailed_at")
    private @Nullable Instant mailedAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "working_until")
    private @Nullable Instant workingUntil;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Registration() {}

    /**
     * @param id random
     * @param subject key of the account that it becomes
     * @param noToken hash of a token that nobody is sent
     */
    public Registration(String id, String subject, String noToken, Applicant applicant, Instant now) {
        this.id = id;
        this.subject = subject;
        tokenHash = noToken;
        givenName = applicant.givenName();
        familyName = applicant.familyName();
        email = applicant.email();
        displayName = applicant.displayName();
        displayCapitals = applicant.displayKeys().capitals();
        displaySmall = applicant.displayKeys().small();
        language = applicant.language().toLanguageTag();
        zone = applicant.zone().getId();
        termsVersion = applicant.terms().orElse(null);
        returnTo = applicant.returnTo();
        createdAt = now;
    }

    /** What has become of it. */
    public enum State {
        OPEN,
        EXPIRED,
        USED
    }

    public State state(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        return createdAt.plus(CONFIRMED_WITHIN).isAfter(now) ? State.OPEN : State.EXPIRED;
    }

    /** Whoever has the address is sent the token of that hash. */
    public void mailed(String newTokenHash, Instant now) {
        tokenHash = newTokenHash;
        mailedAt = now;
    }

    /** Whoever has the address is sent something else: no link leads here. */
    public void answered(Instant now) {
        mailedAt = now;
    }

    /**
     * Somebody is about to complete it; if nothing comes of it, it can be completed again.
     *
     * @return false while somebody else does
     */
    public boolean begin(Instant now) {
        if (workingUntil != null && workingUntil.isAfter(now)) {
            return false;
        }
        workingUntil = now.plus(COMPLETED_WITHIN);
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

    public Applicant applicant() {
        return new Applicant(
                givenName,
                familyName,
                email,
                displayName,
                Locale.forLanguageTag(language),
                ZoneId.of(zone),
                Optional.ofNullable(termsVersion),
                returnTo);
    }
}
