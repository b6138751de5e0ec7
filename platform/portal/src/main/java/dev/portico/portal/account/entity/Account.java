package dev.portico.portal.account.entity;

import dev.portico.i18n.LookAlikes;
import dev.portico.i18n.TextFolding;
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

/**
 * A person in one tenant, by a key of the portal's own. The account at Keycloak follows: whatever changes here and concerns
 * it makes the account due, until Keycloak knows. What changes there is followed here, unless this is due.
 */
@Entity
public class Account extends TenantOwned {
    @Id
    private String subject;

    @Column(name = "realm_subject")
    private @Nullable String realmSubject;

    @Column(name = "former_realm_subject")
    private @Nullable String formerRealmSubject;

    private String name;

    @Column(name = "given_name")
    private String givenName = "";

    @Column(name = "family_name")
    private String familyName = "";

    private String email;

    @Column(name = "display_name")
    private @Nullable String displayName;

    @Column(name = "display_capitals")
    private @Nullable String displayCapitals;

    @Column(name = "display_small")
    private @Nullable String displaySmall;

    @Column(name = "search_folded")
    private String searchFolded = "";

    @Column(name = "organization_id")
    private @Nullable String organizationId;

    private boolean authorized = true;

    @Column(name = "contact_manager")
    private boolean contactManager;

    @Column(name = "sees_organization")
    private boolean seesOrganization;

    private String language;

    @Column(name = "format_locale")
    private String formatLocale;

    private String zone;

    @Column(name = "notify_answers")
    private boolean notifyAnswers;

    @Column(name = "notify_changes")
    private boolean notifyChanges;

    @Column(name = "notify_issues")
    private boolean notifyIssues;

    private boolean enabled = true;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Column(name = "new_email")
    private @Nullable String newEmail;

    @Column(name = "new_email_hash")
    private @Nullable String newEmailHash;

    @Column(name = "new_email_until")
    private @Nullable Instant newEmailUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "invited_at")
    private @Nullable Instant invitedAt;

    @Column(name = "joined_at")
    private @Nullable Instant joinedAt;

    @Column(name = "seen_at")
    private @Nullable Instant seenAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "others_ended_at")
    private @Nullable Instant othersEndedAt;

    @Column(name = "delegated_until")
    private @Nullable Instant delegatedUntil;

    @Column(name = "takes_part")
    private boolean takesPart;

    @Column(name = "exporting_until")
    private @Nullable Instant exportingUntil;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    @Column(name = "terms_version")
    private int termsVersion;

    @Column(name = "realm_due")
    private @Nullable Instant realmDue;

    @Column(name = "realm_enabling")
    private boolean realmEnabling;

    @Column(name = "realm_ending")
    private boolean realmEnding;

    @Column(name = "realm_attempts")
    private int realmAttempts;

    @Column(name = "realm_problem")
    private @Nullable String realmProblem;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(String subject, Profile profile, Preferences preferences, Instant now) {
        this.subject = subject;
        this.createdAt = now;
        this.name = profile.name();
        this.email = profile.email();
        this.language = preferences.language().toLanguageTag();
        this.formatLocale = preferences.format().toLanguageTag();
        this.zone = preferences.zone().getId();
        take(profile);
        keep(preferences);
    }

    /** Of somebody whom Keycloak knew first: the key is the same there and here. */
    public static Account ofRealm(String realmSubject, Profile profile, Preferences preferences, Instant now) {
        var account = new Account(realmSubject, profile, preferences, now);
        account.realmSubject = realmSubject;
        return account;
    }

    /** Of somebody who has tickets here, and no account at Keycloak. */
    public static Account unclaimed(String subject, Profile profile, Preferences preferences, Instant now) {
        return new Account(subject, profile, preferences, now);
    }

    /** Of somebody whom Keycloak is to know from now on. */
    public static Account provisioned(
            String subject, Profile profile, Grants grants, Preferences preferences, Instant now) {
        var account = new Account(subject, profile, preferences, now);
        account.grant(grants);
        account.realmEnabling = true;
        account.realmDue = now;
        return account;
    }

    /**
     * Who a person is.
     *
     * @param givenName empty where only the whole name is known
     * @param emailVerified whether somebody has seen that the address is this person's
     */
    public record Profile(
            String name,
            String givenName,
            String familyName,
            String email,
            boolean emailVerified,
            Optional<String> organizationId) {

        public static Profile of(String name, String email, boolean emailVerified, Optional<String> organizationId) {
            return new Profile(name, "", "", email, emailVerified, organizationId);
        }
    }

    /**
     * What a person may do for their organization (B10).
     *
     * @param authorized to file tickets
     * @param seesOrganization sees the tickets of the organization's other people
     * @param contactManager decides this for the organization's people
     */
    public record Grants(boolean authorized, boolean seesOrganization, boolean contactManager) {}

    /**
     * Of what a person wants mails about their own tickets.
     *
     * @param answers somebody else has said something, or attached a file
     * @param changes another status, level or assignee
     * @param issues news of an issue that the ticket is linked to
     */
    public record Notifications(boolean answers, boolean changes, boolean issues) implements Serializable {
        public static final Notifications ALL = new Notifications(true, true, true);
        public static final Notifications NONE = new Notifications(false, false, false);
    }

    /** What a person chose. */
    public record Preferences(Locale language, Locale format, ZoneId zone, Notifications notifications)
            implements Serializable {}

    /**
     * Takes over what the realm says at a login. The organization is decided here, and a token may be older than what somebody
     * has seen of the address.
     */
    public void seen(Profile profile, Instant now) {
        var verified = profile.emailVerified() || emailVerified && email.equalsIgnoreCase(profile.email());
        follow(new Profile(
                profile.name(),
                profile.givenName(),
                profile.familyName(),
                profile.email(),
                verified,
                organizationId()));
        seenAt = now;
        joined(now);
        if (newAddress(now).isEmpty()) {
            forgetNewAddress();
        }
    }

    /** Takes over what the realm says; where it has yet to hear of something, what it says is older. */
    public void follow(Profile profile) {
        if (realmDue == null && erasedAt == null) {
            take(profile);
        }
    }

    /** From now on Keycloak's account of that id is this person's. */
    public void link(String toRealmSubject) {
        realmSubject = toRealmSubject;
    }

    /** The account at Keycloak is gone, and nobody may come in under this one until somebody decides otherwise. */
    public void unlink(String problem, Instant now) {
        if (erasedAt != null) {
            return;
        }
        forgetNewAddress();
        formerRealmSubject = realmSubject;
        realmSubject = null;
        // Whoever comes in again needs another password, and so an invitation.
        invitedAt = null;
        joinedAt = null;
        disable(now);
        realmDue = null;
        realmProblem = problem;
    }

    /**
     * Another address counts as soon as the person has confirmed it; until then it is kept beside the one that counts.
     *
     * @param tokenHash of what is sent there
     */
    public void enterAddress(String address, String tokenHash, Instant until) {
        newEmail = address;
        newEmailHash = tokenHash;
        newEmailUntil = until;
    }

    private void forgetNewAddress() {
        newEmail = null;
        newEmailHash = null;
        newEmailUntil = null;
    }

    /** The address that waits for the person to confirm it. */
    public Optional<String> newAddress(Instant now) {
        return newEmailUntil != null && newEmailUntil.isAfter(now) ? Optional.ofNullable(newEmail) : Optional.empty();
    }

    /** The same, for whoever has been sent the token of that hash. */
    public Optional<String> newAddress(String tokenHash, Instant now) {
        return tokenHash.equals(newEmailHash) ? newAddress(now) : Optional.empty();
    }

    /** The person has shown that the new address is theirs. */
    public void confirmAddress(Instant now) {
        var address = newAddress(now).orElseThrow();
        change(new Profile(name, givenName, familyName, address, true, organizationId()), now);
        forgetNewAddress();
    }

    public void change(Profile profile, Instant now) {
        take(profile);
        due(now);
    }

    /**
     * By what name the others know the person; in the tenant, nobody else's looks alike.
     *
     * @param keys of the name
     */
    public void display(String as, LookAlikes.Keys keys) {
        displayName = as;
        displayCapitals = keys.capitals();
        displaySmall = keys.small();
    }

    public void grant(Grants grants) {
        authorized = grants.authorized();
        seesOrganization = grants.seesOrganization();
        contactManager = grants.contactManager();
    }

    /** Somebody's tickets are delegated to this person until then. */
    public void delegated(Instant until) {
        if (delegatedUntil == null || until.isAfter(delegatedUntil)) {
            delegatedUntil = until;
        }
    }

    /** Somebody lets this person take part in a ticket. */
    public void takePart() {
        takesPart = true;
    }

    /** Ends whatever the person is doing, at once. */
    public void disable(Instant now) {
        enabled = false;
        realmEnabling = false;
        endSessions(now);
    }

    /** Lets the person in again, here and at Keycloak. */
    public void enable(Instant now) {
        readmit();
        realmEnabling = true;
        due(now);
    }

    /** Keycloak lets the person in again. */
    public void readmit() {
        if (erasedAt != null) {
            throw new IllegalStateException("Account " + subject + " is erased");
        }
        enabled = true;
    }

    /**
     * Takes out whatever says who it was. The keys stay: the tickets refer to the one, and by the other a login from before is
     * known and refused. Whoever erases deletes the account at Keycloak.
     *
     * @param word what stands for the name from now on
     */
    public void erase(String word, Instant now) {
        take(new Profile(word, "", "", "", false, Optional.empty()));
        givenName = "";
        familyName = "";
        searchFolded = "";
        displayName = null;
        displayCapitals = null;
        displaySmall = null;
        forgetNewAddress();
        grant(new Grants(false, false, false));
        keep(Notifications.NONE);
        disable(now);
        erasedAt = now;
        realmDue = null;
        realmProblem = null;
    }

    /** Logins and tokens from before count no longer. */
    public void endSessions(Instant now) {
        endedAt = now;
        realmEnding = true;
        due(now);
    }

    /** Logins and tokens from before count no longer; the one in which it is asked for begins anew, here and not at Keycloak. */
    public void endOthers(Instant now) {
        othersEndedAt = now;
    }

    /** As the person writes it. */
    public void rename(String given, String family, Instant now) {
        if (!given.equals(givenName) || !family.equals(familyName)) {
            change(new Profile(given + " " + family, given, family, email, emailVerified, organizationId()), now);
        }
    }

    public void invited(Instant now) {
        invitedAt = now;
    }

    public void joined(Instant now) {
        if (joinedAt == null) {
            joinedAt = now;
        }
    }

    /** The person accepts that version of the terms, and with it those before. */
    public void accept(int version) {
        termsVersion = Math.max(termsVersion, version);
    }

    /** The newest of the terms that the person has accepted; 0 for none. */
    public int termsVersion() {
        return termsVersion;
    }

    public void verified() {
        emailVerified = true;
    }

    public void prefer(Preferences preferences, Instant now) {
        var told = !preferences.language().toLanguageTag().equals(language)
                || !preferences.zone().getId().equals(zone);
        keep(preferences);
        if (told && realmSubject != null) {
            due(now);
        }
    }

    private void due(Instant now) {
        realmDue = now;
    }

    private void take(Profile profile) {
        name = profile.name();
        if (!profile.givenName().isEmpty() || !profile.familyName().isEmpty()) {
            givenName = profile.givenName();
            familyName = profile.familyName();
        }
        email = profile.email();
        emailVerified = profile.emailVerified();
        organizationId = profile.organizationId().orElse(null);
        searchFolded = TextFolding.fold(name + " " + email);
    }

    private void keep(Preferences preferences) {
        language = preferences.language().toLanguageTag();
        formatLocale = preferences.format().toLanguageTag();
        zone = preferences.zone().getId();
        keep(preferences.notifications());
    }

    private void keep(Notifications wanted) {
        notifyAnswers = wanted.answers();
        notifyChanges = wanted.changes();
        notifyIssues = wanted.issues();
    }

    public Preferences preferences() {
        return new Preferences(
                Locale.forLanguageTag(language),
                Locale.forLanguageTag(formatLocale),
                ZoneId.of(zone),
                new Notifications(notifyAnswers, notifyChanges, notifyIssues));
    }

    public Profile profile() {
        return new Profile(name, givenName, familyName, email, emailVerified, organizationId());
    }

    public Grants grants() {
        return new Grants(authorized, seesOrganization, contactManager);
    }

    /**
     * Whether a login counts.
     *
     * @param since when it was made
     */
    public boolean admits(Instant since) {
        return enabled && isAfter(since, endedAt) && isAfter(since, othersEndedAt);
    }

    private static boolean isAfter(Instant since, @Nullable Instant end) {
        return end == null || since.isAfter(end);
    }

    public String subject() {
        return subject;
    }

    /** Nothing until Keycloak has the person. */
    public Optional<String> realmSubject() {
        return Optional.ofNullable(realmSubject);
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    /** By what name the others know the person; nothing where the person has chosen none. */
    public Optional<String> displayName() {
        return Optional.ofNullable(displayName);
    }

    public boolean claimed() {
        return realmSubject != null;
    }

    /** @return false where the person's data is on its way already */
    public boolean beginExport(Instant now, Instant until) {
        if (exportingUntil != null && exportingUntil.isAfter(now)) {
            return false;
        }
        exportingUntil = until;
        return true;
    }

    public void endExport() {
        exportingUntil = null;
    }

    public boolean erased() {
        return erasedAt != null;
    }

    public boolean enabled() {
        return enabled;
    }

    /** Whether there is somebody to write to, and who may write. */
    public boolean reachable() {
        return enabled && !erased();
    }

    /** Whether somebody here has let the person in again, and Keycloak has yet to hear of it. */
    public boolean enabling() {
        return enabled && realmEnabling;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> invitedAt() {
        return Optional.ofNullable(invitedAt);
    }

    public Optional<Instant> joinedAt() {
        return Optional.ofNullable(joinedAt);
    }

    /** Of the last login. */
    public Optional<Instant> seenAt() {
        return Optional.ofNullable(seenAt);
    }

    /** Nobody's tickets are delegated to this person beyond then. */
    public Optional<Instant> delegatedUntil() {
        return Optional.ofNullable(delegatedUntil);
    }

    /** Whether this person takes part in another's ticket, or once did. */
    public boolean takesPart() {
        return takesPart;
    }

    /** When Keycloak is next told what it does not know; nothing where it knows all. */
    public Optional<Instant> realmDue() {
        return Optional.ofNullable(realmDue);
    }

    /** Whether sessions have to end at Keycloak that it has not been told of. */
    public boolean sessionsToEnd() {
        return realmEnding;
    }

    public int realmAttempts() {
        return realmAttempts;
    }

    /** Why Keycloak could not be told the last time. */
    public Optional<String> realmProblem() {
        return Optional.ofNullable(realmProblem);
    }

    public long version() {
        return version;
    }

    public Optional<String> organizationId() {
        return Optional.ofNullable(organizationId);
    }
}
