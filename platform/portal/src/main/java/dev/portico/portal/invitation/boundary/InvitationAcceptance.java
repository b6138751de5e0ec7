package dev.portico.portal.invitation.boundary;

import dev.portico.keycloak.LoginResult;
import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.Logins;
import dev.portico.portal.login.Passwords;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Takes an invitation: Keycloak is told outside of any transaction, between two. Whatever goes wrong before the password
 * is set leaves the link as it was; whatever goes wrong after it leaves somebody who can log in.
 */
@ApplicationScoped
public class InvitationAcceptance {
    private static final Logger LOG = System.getLogger(InvitationAcceptance.class.getName());

    @Inject
    Invitations invitations;

    @Inject
    Passwords passwords;

    @Inject
    RealmAccounts accounts;

    @Inject
    Logins logins;

    @Inject
    TenantContext tenants;

    /**
     * @param termsVersion what has been accepted, where there was something to accept
     * @return whether the person is logged in, too
     * @throws PortalException invalid, with what is wrong with the password; conflict, where it has to be tried again
     */
    boolean accept(HttpServletRequest request, String token, String password, Optional<Integer> termsVersion) {
        var acceptance = invitations.begin(token, termsVersion);
        var account = set(token, acceptance.realmSubject(), password);
        invitations.accepted(token);
        return enter(request, account.username(), password);
    }

    private RealmAccount set(String token, String realmSubject, String password) {
        var realm = tenants.require().id();
        try {
            var account = accounts.find(realm, realmSubject).orElseThrow(Passwords::silent);
            passwords.set(realm, realmSubject, password);
            return account;
        } catch (LoginUnavailableException unavailable) {
            LOG.log(Level.WARNING, "An invitation cannot be accepted", unavailable);
            invitations.release(token);
            throw Passwords.silent();
        } catch (RuntimeException refused) {
            invitations.release(token);
            throw refused;
        }
    }

    private boolean enter(HttpServletRequest request, String username, String password) {
        try {
            return logins.enter(request, username, password) instanceof LoginResult.LoggedIn;
        } catch (LoginUnavailableException unavailable) {
            LOG.log(Level.WARNING, "Nobody is logged in after an invitation", unavailable);
            return false;
        }
    }
}
