package dev.portico.portal.account.boundary;

import dev.portico.i18n.LocaleNegotiation;
import dev.portico.keycloak.Identity;
import dev.portico.portal.account.control.AccountClaimed;
import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.control.Introduction;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.account.entity.PersonName;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Accounts of the current tenant, for those who log in to them. */
@ApplicationScoped
@Transactional
public class Accounts {
    @Inject
    AccountStore store;

    @Inject
    TenantContext tenants;

    @Inject
    Event<AccountClaimed> claimed;

    @Inject
    Event<AccountDue> due;

    private final LocaleNegotiation negotiation = new LocaleNegotiation();

    /**
     * What the person is at this moment.
     *
     * @param since when they logged in
     * @return nothing where that does not count: the account is disabled or gone, or its sessions have been ended since
     */
    public Optional<Membership> admitted(Identity identity, Instant since) {
        return store.ofRealm(identity.subject()).flatMap(account -> admitted(account, since));
    }

    /** The same of whoever brings a token, which may be the first that is heard of them. */
    public Optional<Membership> calling(Identity identity) {
        var known = store.ofRealm(identity.subject());
        return known.isPresent() ? admitted(known.get(), identity.authenticatedAt()) : seen(identity);
    }

    private static Optional<Membership> admitted(Account account, Instant since) {
        return Optional.of(account).filter(some -> some.admits(since)).map(Membership::of);
    }

    /**
     * Takes over what the realm says at a login, and makes the record at the first one.
     *
     * @return nothing where the account is disabled, or was removed at the realm
     */
    public Optional<Membership> seen(Identity identity) {
        var said = Introduction.of(identity);
        var now = Instant.now();
        store.lock(identity.subject());
        var known = store.takeOfRealm(identity.subject());
        if (known.isEmpty() && store.isFormer(identity.subject())) {
            return Optional.empty();
        }
        keepOrganization(said);
        var account = known.orElseGet(() -> first(said, now));
        if (!account.enabled()) {
            return Optional.empty();
        }
        account.seen(said.profile(), now);
        if (identity.emailVerified() && store.hasUnclaimed(identity.email())) {
            claim(account, identity.email());
        }
        return Optional.of(Membership.of(account));
    }

    /**
     * Makes the record of somebody who has an account at the realm, where there is none, before they come for the first time.
     *
     * @param since when they had that account first
     */
    public void expect(Introduction said, Instant since) {
        store.lock(said.subject());
        if (store.ofRealm(said.subject()).isEmpty() && !store.isFormer(said.subject())) {
            keepOrganization(said);
            var account = first(said, Instant.now());
            if (account.enabled()) {
                account.joined(since);
            }
        }
    }

    /** The account that waits for whoever has the address, or a new one. */
    private Account first(Introduction said, Instant now) {
        var profile = said.profile();
        if (profile.emailVerified()) {
            store.lockAddress(profile.email());
            var waiting = store.byAddress(profile.email()).stream()
                    .filter(account -> !account.claimed())
                    .findFirst()
                    .flatMap(account -> store.take(account.subject()));
            if (waiting.isPresent()) {
                var account = waiting.get();
                if (account.enabled()) {
                    account.link(said.subject());
                    if (account.organizationId().isEmpty()) {
                        account.follow(profile);
                    }
                }
                return account;
            }
        }
        var account = Account.ofRealm(said.subject(), profile, preferences(said), now);
        store.add(account);
        return account;
    }

    /** Takes over what came here under the person's address before they did. */
    private void claim(Account account, String email) {
        store.lockAddress(email);
        var waiting = store.byAddress(email).stream()
                .filter(other -> !other.claimed())
                .flatMap(other -> store.take(other.subject()).stream());
        waiting.forEach(unclaimed -> {
            store.flush();
            claimed.fire(new AccountClaimed(unclaimed.subject(), account.subject()));
            store.remove(unclaimed);
        });
    }

    /** @throws PortalException where the account is gone */
    public void prefer(String subject, Preferences preferences) {
        prefer(taken(subject), preferences);
    }

    /** What the person chose, with the name as they write it. */
    public Membership settle(String subject, PersonName name, Preferences preferences) {
        var account = taken(subject);
        account.rename(name.given(), name.family(), Instant.now());
        prefer(account, preferences);
        return Membership.of(account);
    }

    private void prefer(Account account, Preferences preferences) {
        account.prefer(preferences, Instant.now());
        due.fire(new AccountDue(tenants.require().id()));
    }

    private Account taken(String subject) {
        return store.take(subject).orElseThrow(PortalException::notFound);
    }

    /** @throws PortalException where the account is gone */
    public Profile profile(String subject) {
        return store.find(subject).orElseThrow(PortalException::notFound).profile();
    }

    /** @return from when on the person's logins and tokens count */
    public Instant endOthers(String subject) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        taken(subject).endOthers(now);
        return now.plus(1, ChronoUnit.MICROS);
    }

    private Preferences preferences(Introduction said) {
        var tenant = tenants.require();
        var language = negotiation.negotiate(
                said.locale(), Optional.empty(), Optional.empty(), tenant.defaultLanguage(), tenant.languages());
        var format = negotiation.formatLocale(said.locale().orElse(""), language);
        var zone = said.zone().flatMap(Accounts::zone).orElse(tenant.zone());
        return new Preferences(language, format, zone, Notifications.ALL);
    }

    /** The realm names an organization that is new here; what it is called afterwards is decided here. */
    private void keepOrganization(Introduction said) {
        said.profile().organizationId().ifPresent(id -> keepOrganization(id, said.organizationName()));
    }

    private void keepOrganization(String id, Optional<String> name) {
        if (store.organization(id).isPresent()) {
            return;
        }
        store.lockOrganization(id);
        if (store.organization(id).isEmpty()) {
            store.add(new Organization(id, name.orElse(id), Instant.now()));
        }
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
