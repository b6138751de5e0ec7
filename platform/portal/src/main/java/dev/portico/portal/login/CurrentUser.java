package dev.portico.portal.login;

import dev.portico.keycloak.Identity;
import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.PersonName;
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
    Memberships memberships;

    private Optional<Identity> identity = Optional.empty();
    private Optional<Membership> membership = Optional.empty();
    private Set<Role> roles = Set.of();

    void enter(Identity known, Membership admitted) {
        identity = Optional.of(known);
        membership = Optional.of(admitted);
        LogContext.user(admitted.subject());
        roles = Roles.of(known, admitted);
    }

    /** What the realm said at the login. */
    public Optional<Identity> identity() {
        return identity;
    }

    /** What the person is here at the moment. */
    public Optional<Membership> membership() {
        return membership;
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

    @Override
    public void require(Access access) {
        if (!may(access)) {
            throw PortalException.forbidden();
        }
    }

    /** @throws PortalException where nobody is logged in */
    public Preferences preferences() {
        return required().preferences();
    }

    /** Keeps what the person chose. */
    public void prefer(Preferences chosen) {
        membership = Optional.of(memberships.prefer(identity.orElseThrow(), required(), chosen));
    }

    /** Keeps the name as well. */
    public void settle(PersonName name, Preferences chosen) {
        membership = Optional.of(memberships.settle(identity.orElseThrow(), required(), name, chosen));
    }

    @Override
    public boolean known() {
        return identity.isPresent();
    }

    @Override
    public Optional<Preferences> profile() {
        return membership.map(Membership::preferences);
    }

    @Override
    public void prefer(Locale language) {
        profile()
                .ifPresent(before -> prefer(new Preferences(
                        language, inLanguage(before.format(), language), before.zone(), before.notifications())));
    }

    private static Locale inLanguage(Locale format, Locale language) {
        return new Locale.Builder()
                .setLanguage(language.getLanguage())
                .setRegion(format.getCountry())
                .build();
    }

    private Membership required() {
        return membership.orElseThrow(PortalException::forbidden);
    }
}
