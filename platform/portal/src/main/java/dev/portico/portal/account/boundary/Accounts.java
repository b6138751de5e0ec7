package dev.portico.portal.account.boundary;

import dev.portico.i18n.LocaleNegotiation;
import dev.portico.keycloak.Identity;
import dev.portico.portal.account.control.AccountClaimed;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Accounts of the current tenant. */
@ApplicationScoped
@Transactional
public class Accounts {
    @Inject
    AccountStore store;

    @Inject
    TenantContext tenants;

    @Inject
    Event<AccountClaimed> claimed;

    private final LocaleNegotiation negotiation = new LocaleNegotiation();

    /**
     * Takes over what the realm says at a login, and makes the record at the first one.
     *
     * @return what the person chose, or what the realm suggests
     */
    public Preferences seen(Identity identity) {
        identity.organization().ifPresent(id -> keepOrganization(id, identity.organizationName()));
        var profile = new Profile(identity.name(), identity.email(), identity.emailVerified(), identity.organization());
        var now = Instant.now();
        store.lock(identity.subject());
        var known = store.find(identity.subject());
        known.ifPresent(account -> account.seen(profile, now));
        var account = known.orElseGet(() -> create(identity, profile, now));
        if (identity.emailVerified() && store.hasUnclaimed(identity.email())) {
            claim(identity);
        }
        return account.preferences();
    }

    /** Takes over what came here under the person's address before they did. */
    private void claim(Identity identity) {
        store.lockAddress(identity.email());
        store.byAddress(identity.email()).stream()
                .filter(account -> !account.claimed())
                .forEach(unclaimed -> {
                    store.flush();
                    claimed.fire(new AccountClaimed(unclaimed.subject(), identity.subject()));
                    store.remove(unclaimed);
                });
    }

    /** @throws PortalException where the account is gone */
    public void prefer(String subject, Preferences preferences) {
        store.find(subject).orElseThrow(PortalException::notFound).prefer(preferences);
    }

    private Account create(Identity identity, Profile profile, Instant now) {
        var tenant = tenants.require();
        var language = negotiation.negotiate(
                identity.locale(), Optional.empty(), Optional.empty(), tenant.defaultLanguage(), tenant.languages());
        var format = negotiation.formatLocale(identity.locale().orElse(""), language);
        var zone = identity.zone().flatMap(Accounts::zone).orElse(tenant.zone());
        var account = new Account(identity.subject(), profile, new Preferences(language, format, zone, true), now);
        store.add(account);
        return account;
    }

    private void keepOrganization(String id, Optional<String> name) {
        if (store.organization(id)
                .filter(known -> name.isEmpty() || name.get().equals(known.name()))
                .isPresent()) {
            return;
        }
        store.lockOrganization(id);
        store.organization(id)
                .ifPresentOrElse(
                        known -> name.ifPresent(known::rename), () -> store.add(new Organization(id, name.orElse(id))));
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
