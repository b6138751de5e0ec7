package dev.portico.portal.account.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person in one tenant. Name, address and organization follow the realm; the rest is the person's own choice. */
@Entity
public class Account extends TenantOwned {
    @Id
    private String subject;

    private String name;
    private String email;

    @Column(name = "organization_id")
    private @Nullable String organizationId;

    private String language;

    @Column(name = "format_locale")
    private String formatLocale;

    private String zone;
    private boolean notify;
    private boolean claimed;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    public Account(String subject, Profile profile, Preferences preferences, Instant now) {
        this.subject = subject;
        this.createdAt = now;
        this.name = profile.name();
        this.email = profile.email();
        this.emailVerified = profile.emailVerified();
        this.organizationId = profile.organizationId().orElse(null);
        this.seenAt = now;
        this.language = preferences.language().toLanguageTag();
        this.formatLocale = preferences.format().toLanguageTag();
        this.zone = preferences.zone().getId();
        this.notify = preferences.notified();
        this.claimed = true;
    }

    /** Of somebody who has tickets here and has never logged in. */
    public static Account unclaimed(String subject, Profile profile, Preferences preferences, Instant now) {
        var account = new Account(subject, profile, preferences, now);
        account.claimed = false;
        return account;
    }

    /**
     * What the realm says of a person.
     *
     * @param emailVerified whether it has seen that the address is this person's
     */
    public record Profile(String name, String email, boolean emailVerified, Optional<String> organizationId) {}

    /**
     * What a person chose.
     *
     * @param notified whether mails about own tickets are wanted
     */
    public record Preferences(Locale language, Locale format, ZoneId zone, boolean notified) implements Serializable {}

    /** Takes over what the realm says now. */
    public void seen(Profile profile, Instant now) {
        name = profile.name();
        email = profile.email();
        emailVerified = profile.emailVerified();
        organizationId = profile.organizationId().orElse(null);
        seenAt = now;
    }

    public void prefer(Preferences preferences) {
        language = preferences.language().toLanguageTag();
        formatLocale = preferences.format().toLanguageTag();
        zone = preferences.zone().getId();
        notify = preferences.notified();
    }

    public Preferences preferences() {
        return new Preferences(
                Locale.forLanguageTag(language), Locale.forLanguageTag(formatLocale), ZoneId.of(zone), notify);
    }

    public String subject() {
        return subject;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public boolean claimed() {
        return claimed;
    }

    public Instant seenAt() {
        return seenAt;
    }

    public Optional<String> organizationId() {
        return Optional.ofNullable(organizationId);
    }
}
