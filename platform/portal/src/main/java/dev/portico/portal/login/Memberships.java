package dev.portico.portal.login;

import dev.portico.keycloak.Identity;
import dev.portico.portal.account.boundary.Accounts;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.PersonName;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who somebody is in the tenant of their own realm, whatever tenant the request works for. Read at each request: what is
 * decided about an account counts at once, on every node.
 */
@ApplicationScoped
public class Memberships {
    @Inject
    Accounts accounts;

    @Inject
    TenantContext tenants;

    @Inject
    TenantDirectory directory;

    /** @param since when they logged in */
    Optional<Membership> of(Identity identity, Instant since) {
        return inRealm(identity, () -> accounts.admitted(identity, since));
    }

    /** Of whoever brings a token. */
    Optional<Membership> calling(Identity identity) {
        return inRealm(identity, () -> accounts.calling(identity));
    }

    /** Takes over what the realm says, at a login. */
    Optional<Membership> loggedIn(Identity identity) {
        return inRealm(identity, () -> accounts.seen(identity));
    }

    Membership prefer(Identity identity, Membership membership, Preferences chosen) {
        return inRealm(identity, () -> {
            accounts.prefer(membership.subject(), chosen);
            return membership.with(chosen);
        });
    }

    Membership settle(Identity identity, Membership membership, PersonName name, Preferences chosen) {
        return inRealm(identity, () -> accounts.settle(membership.subject(), name, chosen));
    }

    /** @return from when on logins and tokens count */
    Instant endOthers(Identity identity, Membership membership) {
        return inRealm(identity, () -> accounts.endOthers(membership.subject()));
    }

    private <T> T inRealm(Identity identity, Supplier<T> work) {
        return tenants.within(directory.byId(identity.realm()).orElseThrow(), work);
    }
}
