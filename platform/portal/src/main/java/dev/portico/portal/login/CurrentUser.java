package dev.portico.portal.login;

import dev.portico.keycloak.Identity;
import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.log.LogContext;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who asks, in the realm of the current request; an identity of another realm does not count and is not seen. */
@RequestScoped
@Named("user")
public class CurrentUser implements Visitor {
    @Inject
    AccountPreferences accounts;

    private Optional<Identity> identity = Optional.empty();
    private Optional<Preferences> preferences = Optional.empty();
    private Set<Role> roles = Set.of();

    void enter(Identity known, Preferences chosen) {
        identity = Optional.of(known);
        LogContext.user(known.subject());
        preferences = Optional.of(chosen);
        roles = Roles.of(known);
    }

    public Optional<Identity> identity() {
        return identity;
    }

    /** @throws PortalException where nobody is logged in */
    public String subject() {
        return required().subject();
    }

    public String name() {
        return required().name();
    }

    public Set<Role> roles() {
        return roles;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether a page of that access would open. */
    public boolean may(Access access) {
        return Roles.allow(access, roles);
    }

    /** @throws PortalException forbidden, for whom a page of that access would not open */
    public void require(Access access) {
        if (!may(access)) {
            throw PortalException.forbidden();
        }
    }

    /** @throws PortalException where nobody is logged in */
    public Preferences preferences() {
        return preferences.orElseThrow(PortalException::forbidden);
    }

    /** Keeps what the person chose, in the account and for the rest of the session. */
    public void prefer(Preferences chosen) {
        accounts.prefer(required(), chosen);
        preferences = Optional.of(chosen);
    }

    @Override
    public boolean known() {
        return identity.isPresent();
    }

    @Override
    public Optional<Preferences> profile() {
        return preferences;
    }

    @Override
    public void prefer(Locale language) {
        preferences.ifPresent(before -> prefer(
                new Preferences(language, inLanguage(before.format(), language), before.zone(), before.notified())));
    }

    private static Locale inLanguage(Locale format, Locale language) {
        return new Locale.Builder()
                .setLanguage(language.getLanguage())
                .setRegion(format.getCountry())
                .build();
    }

    private Identity required() {
        return identity.orElseThrow(PortalException::forbidden);
    }
}
