package dev.portico.portal.registration.boundary;

import dev.portico.i18n.LocaleNegotiation;
import dev.portico.keycloak.RealmAccount;
import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.realm.control.RealmAdoption;
import dev.portico.portal.realm.entity.DueAccount;
import dev.portico.portal.registration.control.RegistrationAsked;
import dev.portico.portal.registration.control.RegistrationMails;
import dev.portico.portal.registration.control.RegistrationStore;
import dev.portico.portal.registration.entity.Applicant;
import dev.portico.portal.registration.entity.Registration;
import dev.portico.portal.registration.entity.Registration.State;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.terms.boundary.TermsOfTenant;
import dev.portico.portal.web.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The current tenant's registrations; none where the tenant is not set up for them. */
@ApplicationScoped
@Transactional
public class Registrations {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);

    /** Registrations a day with one address; mails are no more. */
    static final int MOST_OF_ADDRESS = 5;

    /** Of all the addresses of a tenant within an hour. */
    static final int MOST_OF_HOUR = 300;

    @Inject
    RegistrationStore store;

    @Inject
    RegistrationMails mails;

    @Inject
    AccountStore accounts;

    @Inject
    RealmAdoption adoption;

    @Inject
    TermsOfTenant terms;

    @Inject
    TenantContext tenants;

    @Inject
    Event<RegistrationAsked> asked;

    @Inject
    Event<AccountDue> due;

    private final LocaleNegotiation negotiation = new LocaleNegotiation();

    /**
     * Somebody who has a mail of ours.
     *
     * @param organization that they will belong to
     * @param format of dates and numbers
     */
    public record Candidate(
            String subject, Applicant applicant, Optional<Organization> organization, Preferences preferences) {

        Profile profile() {
            return new Profile(
                    applicant.name(),
                    applicant.givenName(),
                    applicant.familyName(),
                    applicant.email(),
                    true,
                    organization.map(Organization::id));
        }

        /** What Keycloak is to hold. */
        DueAccount due() {
            return new DueAccount(
                    subject,
                    Optional.empty(),
                    0,
                    false,
                    profile(),
                    organization.map(Organization::name).orElse(""),
                    preferences.language(),
                    preferences.zone(),
                    true,
                    true,
                    false);
        }
    }

    /** What the page shows of a registration. */
    public record Shown(State state, Applicant applicant) {}

    /**
     * Keeps what was entered. The same is done whether or not the address is known.
     *
     * @throws PortalException invalid, where the display name is taken, or where the tenant knows no such company; conflict,
     *     where too many register at the moment, whatever the address; not found, where nobody may register
     */
    public void ask(Applicant applicant) {
        requireOpen();
        var now = now();
        requireCompany(applicant);
        store.serializeDisplayNames();
        requireOwnName(applicant, now);
        if (store.count(now.minus(HOUR)) >= MOST_OF_HOUR) {
            throw PortalException.conflict("registration.problem.busy", Map.of());
        }
        if (store.count(applicant.email(), now.minus(DAY)) < MOST_OF_ADDRESS) {
            store.add(new Registration(
                    Tokens.random(), UUID.randomUUID().toString(), Tokens.hash(Tokens.random()), applicant, now));
            asked.fire(new RegistrationAsked(tenants.require().id()));
        }
    }

    private void requireOpen() {
        if (!tenants.require().admission().open()) {
            throw PortalException.notFound();
        }
    }

    private void requireCompany(Applicant applicant) {
        if (tenants.require().admission().companies()
                && store.organization(applicant.domain()).isEmpty()) {
            throw PortalException.invalid(
                    new FieldProblem("email", "registration.problem.company", Map.of("domain", applicant.domain())));
        }
    }

    private void requireOwnName(Applicant applicant, Instant now) {
        var keys = applicant.displayKeys();
        if (accounts.displays(keys)
                || store.displays(keys, applicant.email(), now.minus(Registration.CONFIRMED_WITHIN))) {
            throw PortalException.invalid(new FieldProblem("display-name", "registration.problem.display.taken"));
        }
    }

    /**
     * Writes the mail of one registration: the owner of the address learns what becomes of it, and nobody else.
     *
     * @return whether there was one
     */
    public boolean mailNext() {
        var next = store.claim();
        next.ifPresent(registration -> mail(registration, now()));
        return next.isPresent();
    }

    private void mail(Registration registration, Instant now) {
        var applicant = registration.applicant();
        if (accounts.holds(applicant.email())) {
            registration.answered(now);
            mails.already(applicant);
        } else {
            var token = Tokens.random();
            registration.mailed(Tokens.hash(token), now);
            mails.confirm(applicant, token);
        }
    }

    /** Nothing where there never was such a link, or not in this tenant. */
    public Optional<Shown> find(String token) {
        requireOpen();
        return store.byToken(Tokens.hash(token))
                .map(registration -> new Shown(registration.state(now()), registration.applicant()));
    }

    /**
     * Holds the registration while Keycloak is told.
     *
     * @throws PortalException conflict, where somebody else is completing it or has just done so
     */
    public Candidate begin(String token) {
        requireOpen();
        var now = now();
        var registration = store.lock(Tokens.hash(token))
                .filter(found -> found.state(now) == State.OPEN)
                .filter(found -> found.begin(now))
                .orElseThrow(() -> PortalException.conflict("registration.problem.twice", Map.of()));
        var applicant = registration.applicant();
        return new Candidate(
                registration.subject(),
                applicant,
                store.organization(applicant.domain()).flatMap(accounts::organization),
                preferences(applicant));
    }

    /**
     * Whether the account that Keycloak has with that address already may become the candidate's, as one may that is left of an
     * earlier registration. One that somebody has disabled there stays so.
     */
    public boolean mayAdopt(Candidate candidate, RealmAccount found) {
        return found.enabled() && adoption.allows(candidate.subject(), found);
    }

    /** Nothing came of it: the link can be used again at once. */
    public void release(String token) {
        store.lock(Tokens.hash(token)).ifPresent(Registration::release);
    }

    /** Keycloak has the account by that id, with its password: the portal has it, too. */
    public void completed(String token, String realmSubject, Candidate candidate) {
        var now = now();
        var registration = store.lock(Tokens.hash(token)).orElseThrow(PortalException::notFound);
        var applicant = candidate.applicant();
        accounts.lock(realmSubject);
        accounts.lockAddress(applicant.email());
        var account = accounts.ofRealm(realmSubject).orElseGet(() -> account(candidate, now));
        account.link(realmSubject);
        account.change(candidate.profile(), now);
        account.joined(now);
        if (!accounts.displays(applicant.displayKeys())) {
            account.display(applicant.displayName(), applicant.displayKeys());
        }
        registration.used(now);
        accounts.flush();
        applicant.terms().ifPresent(version -> terms.accept(account.subject(), version));
        due.fire(new AccountDue(tenants.require().id()));
    }

    /** The one that has waited for whoever has the address, or a new one. */
    private Account account(Candidate candidate, Instant now) {
        var waiting = accounts.byAddress(candidate.applicant().email()).stream()
                .filter(known -> !known.claimed())
                .findFirst();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        var account = Account.provisioned(
                candidate.subject(), candidate.profile(), new Grants(true, false, false), candidate.preferences(), now);
        accounts.add(account);
        return account;
    }

    private Preferences preferences(Applicant applicant) {
        var language = applicant.language();
        return new Preferences(language, negotiation.formatLocale("", language), applicant.zone(), Notifications.ALL);
    }

    /** Deletes what nobody needs any more: addresses above all. */
    public void sweep() {
        store.delete(now().minus(KEPT));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
