package dev.portico.portal.registration.boundary;

import dev.portico.keycloak.AccountExistsException;
import dev.portico.keycloak.AccountRefusedException;
import dev.portico.keycloak.LoginResult;
import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.Logins;
import dev.portico.portal.login.Passwords;
import dev.portico.portal.realm.control.RealmPerson;
import dev.portico.portal.registration.boundary.Registrations.Candidate;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an account of a registration: first at Keycloak, outside of any transaction, then here. What was interrupted is
 * finished by the next click, or by another registration. A password that is refused leaves no new account behind.
 */
@ApplicationScoped
public class RegistrationCompletion {
    private static final Logger LOG = System.getLogger(RegistrationCompletion.class.getName());

    @Inject
    Registrations registrations;

    @Inject
    RealmAccounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Logins logins;

    @Inject
    TenantContext tenants;

    /**
     * @return whether the person is logged in, too
     * @throws PortalException invalid, with what is wrong with the password; conflict, where the address has an account or
     *     where it has to be tried again
     */
    boolean complete(HttpServletRequest request, String token, String password) {
        var candidate = registrations.begin(token);
        try {
            registrations.completed(token, make(candidate, password), candidate);
        } catch (LoginUnavailableException unavailable) {
            LOG.log(Level.WARNING, "A registration cannot be completed", unavailable);
            registrations.release(token);
            throw Passwords.silent();
        } catch (RuntimeException refused) {
            registrations.release(token);
            throw refused;
        }
        return enter(request, candidate.applicant().email(), password);
    }

    /**
     * An account at Keycloak, by its id there.
     *
     * @param justNow whether this very call has made it: another one may be in use
     */
    private record Made(String subject, boolean justNow) {}

    /** @return Keycloak's id of the account */
    private String make(Candidate candidate, String password) {
        var realm = tenants.require().id();
        var made = create(realm, candidate);
        try {
            passwords.set(realm, made.subject(), password);
        } catch (PortalException refused) {
            if (made.justNow()) {
                undo(realm, made.subject());
            }
            throw refused;
        }
        return made.subject();
    }

    private Made create(String realm, Candidate candidate) {
        try {
            return new Made(accounts.create(realm, RealmPerson.state(candidate.due(), Optional.empty())), true);
        } catch (AccountExistsException exists) {
            return accounts.byEmail(realm, candidate.applicant().email())
                    .filter(account -> registrations.mayAdopt(candidate, account))
                    .map(account -> new Made(account.subject(), false))
                    .orElseThrow(() -> PortalException.conflict("registration.problem.known", Map.of()));
        } catch (AccountRefusedException refused) {
            LOG.log(Level.WARNING, "Keycloak takes no account of a registration", refused);
            throw PortalException.conflict("registration.problem.refused", Map.of());
        }
    }

    /** If that fails, the next click finds the account. */
    private void undo(String realm, String subject) {
        try {
            accounts.delete(realm, subject);
        } catch (LoginUnavailableException unavailable) {
            LOG.log(Level.INFO, "An account without a password waits for the next click", unavailable);
        }
    }

    private boolean enter(HttpServletRequest request, String username, String password) {
        try {
            return logins.enter(request, username, password) instanceof LoginResult.LoggedIn;
        } catch (LoginUnavailableException unavailable) {
            LOG.log(Level.WARNING, "Nobody is logged in after a registration", unavailable);
            return false;
        }
    }
}
