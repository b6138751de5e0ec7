package dev.portico.portal.login;

import dev.portico.keycloak.Identity;
import dev.portico.portal.account.boundary.Accounts;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an account prefers, without asking the database at every request: the session keeps it for a browser, and a
 * small memory for callers of the API. The account is the one in the identity's own realm, whatever tenant the
 * request works for.
 */
@ApplicationScoped
public class AccountPreferences {
    private static final String ATTRIBUTE = "dev.portico.portal.preferences.";
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final int MOST_CALLERS = 10_000;

    @Inject
    Accounts accounts;

    @Inject
    TenantContext tenants;

    @Inject
    TenantDirectory directory;

    @Inject
    HttpServletRequest request;

    private final Recent<Preferences> callers = new Recent<>(FRESH, MOST_CALLERS, InstantSource.system());

    /** Takes over what the realm says, at a login. */
    void loggedIn(HttpSession session, Identity identity) {
        session.setAttribute(ATTRIBUTE + identity.realm(), seen(identity));
    }

    void loggedOut(HttpSession session, Identity identity) {
        session.removeAttribute(ATTRIBUTE + identity.realm());
    }

    Preferences of(HttpSession session, Identity identity) {
        if (session.getAttribute(ATTRIBUTE + identity.realm()) instanceof Preferences kept) {
            return kept;
        }
        var read = seen(identity);
        session.setAttribute(ATTRIBUTE + identity.realm(), read);
        return read;
    }

    Preferences ofCaller(Identity identity) {
        return callers.get(key(identity), () -> seen(identity));
    }

    void prefer(Identity identity, Preferences chosen) {
        inRealm(identity, () -> {
            accounts.prefer(identity.subject(), chosen);
            return chosen;
        });
        callers.put(key(identity), chosen);
        Optional.ofNullable(request.getSession(false))
                .ifPresent(session -> session.setAttribute(ATTRIBUTE + identity.realm(), chosen));
    }

    private Preferences seen(Identity identity) {
        return inRealm(identity, () -> accounts.seen(identity));
    }

    private Preferences inRealm(Identity identity, Supplier<Preferences> work) {
        return tenants.within(directory.byId(identity.realm()).orElseThrow(), work);
    }

    private static String key(Identity identity) {
        return identity.realm() + " " + identity.subject();
    }
}
