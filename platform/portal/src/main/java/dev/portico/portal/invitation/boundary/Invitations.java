package dev.portico.portal.invitation.boundary;

import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.control.InvitationDue;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.invitation.control.InvitationMails;
import dev.portico.portal.invitation.control.InvitationStore;
import dev.portico.portal.invitation.entity.Invitation;
import dev.portico.portal.invitation.entity.Invitation.State;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.terms.boundary.TermsOfTenant;
import dev.portico.portal.web.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The current tenant's invitations. */
@ApplicationScoped
@Transactional
public class Invitations {
    /** A person is mailed again no sooner because somebody presses a button. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    InvitationStore store;

    @Inject
    InvitationMails mails;

    @Inject
    AccountStore accounts;

    @Inject
    TermsOfTenant terms;

    @Inject
    TenantContext tenants;

    @Inject
    Event<AccountDue> due;

    /** What the page shows of an invitation. */
    public record Invited(State state, String name, String email) {}

    /**
     * Whose password is to be set.
     *
     * @param realmSubject Keycloak's
     */
    public record Acceptance(String realmSubject) {}

    void due(@Observes InvitationDue event) {
        invite(event.account(), now());
    }

    private void invite(Account account, Instant now) {
        store.serialize(account.subject());
        store.of(account.subject()).forEach(earlier -> earlier.replaced(now));
        var token = Tokens.random();
        var invitation = new Invitation(Tokens.random(), account.subject(), account.email(), Tokens.hash(token), now);
        store.add(invitation);
        account.invited(now);
        mails.invite(account, invitation, token);
    }

    /** Nothing where there never was such a link, or not in this tenant. */
    public Optional<Invited> find(String token) {
        return store.byToken(Tokens.hash(token)).flatMap(invitation -> accounts.find(invitation.subject())
                .map(account -> new Invited(state(invitation, account, now()), account.name(), account.email())));
    }

    /** Whom nobody lets in is told no more than that the link leads nowhere; who has come in otherwise needs it no longer. */
    private static State state(Invitation invitation, Account account, Instant now) {
        var state = invitation.state(now);
        if (state != State.OPEN) {
            return state;
        }
        if (!account.enabled() || !account.claimed() || !invitation.proves(account.email())) {
            return State.REPLACED;
        }
        return account.joinedAt().isPresent() ? State.USED : State.OPEN;
    }

    /**
     * Holds the invitation while Keycloak is told.
     *
     * @param termsVersion what has been accepted, where there was something to accept
     * @throws PortalException conflict, where somebody else is accepting it or has just done so
     */
    public Acceptance begin(String token, Optional<Integer> termsVersion) {
        var now = now();
        var invitation = store.lock(Tokens.hash(token)).orElseThrow(PortalException::notFound);
        var account = accounts.find(invitation.subject()).orElseThrow(PortalException::notFound);
        if (state(invitation, account, now) != State.OPEN || !invitation.begin(now)) {
            throw PortalException.conflict("invitation.problem.twice", Map.of());
        }
        termsVersion.ifPresent(version -> terms.accept(account.subject(), version));
        return new Acceptance(account.realmSubject().orElseThrow());
    }

    /** Nothing came of it: the link can be used again at once. */
    public void release(String token) {
        store.lock(Tokens.hash(token)).ifPresent(Invitation::release);
    }

    /**
     * The password is set: the link is used up, and the address is the person's.
     *
     * @throws PortalException conflict, where somebody has decided otherwise meanwhile
     */
    public void accepted(String token) {
        var now = now();
        var invitation = store.lock(Tokens.hash(token)).orElseThrow(PortalException::notFound);
        var account = accounts.take(invitation.subject()).orElseThrow(PortalException::notFound);
        if (state(invitation, account, now) != State.OPEN) {
            throw PortalException.conflict("invitation.problem.twice", Map.of());
        }
        invitation.used(now);
        account.joined(now);
        if (!account.profile().emailVerified()) {
            account.change(verified(account.profile()), now);
            due.fire(new AccountDue(tenants.require().id()));
        }
    }

    private static Profile verified(Profile profile) {
        return new Profile(
                profile.name(),
                profile.givenName(),
                profile.familyName(),
                profile.email(),
                true,
                profile.organizationId());
    }

    /** Whoever had that link would like a new one. The person is mailed what helps, and nobody else is told. */
    public void again(String token) {
        var now = now();
        store.byToken(Tokens.hash(token))
                .filter(invitation -> invitation.state(now) != State.OPEN)
                .flatMap(invitation -> accounts.find(invitation.subject()))
                .filter(account -> account.enabled() && account.claimed())
                .ifPresent(account -> mail(account, now));
    }

    private void mail(Account account, Instant now) {
        if (account.joinedAt().isPresent()) {
            mails.already(account);
        } else if (store.of(account.subject()).stream()
                .noneMatch(invitation -> invitation.createdAt().plus(PATIENCE).isAfter(now))) {
            invite(account, now);
        }
    }

    /** Deletes what has long led nowhere. */
    public void sweep() {
        store.deleteExpired(now().minus(KEPT));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
