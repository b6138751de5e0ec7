package dev.portico.portal.profile.boundary;

import dev.portico.keycloak.Identity;
import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.keycloak.RealmSession;
import dev.portico.keycloak.SecondFactor;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.LoginChange;
import dev.portico.portal.login.Logins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How and where the person who asks is logged in, as Keycloak knows it. Every call may throw
 * {@link LoginUnavailableException}; then nothing has changed here, and what is left at Keycloak shows at the next look.
 */
@ApplicationScoped
public class OwnLogin {
    private static final String REMOVAL = "dev.portico.portal.second-factor-removal.";

    /** Keycloak has been asked to remove it. */
    private record Removal(String id, String type) implements Serializable {}

    @Inject
    RealmAccounts accounts;

    @Inject
    CurrentUser user;

    @Inject
    Logins logins;

    @Inject
    OwnLoginAudit audit;

    /** The latest used first. */
    List<RealmSession> sessions() {
        var own = identity();
        return accounts.sessions(own.realm(), own.subject()).stream()
                .sorted(Comparator.comparing(RealmSession::lastAccessAt)
                        .reversed()
                        .thenComparing(RealmSession::id))
                .toList();
    }

    boolean isPresent(RealmSession session) {
        return identity().sessionId().equals(Optional.of(session.id()));
    }

    /** @throws PortalException not found, also where it is another person's */
    void end(String id) {
        var found =
                sessions().stream().filter(session -> session.id().equals(id)).findFirst();
        accounts.endSession(
                identity().realm(), found.orElseThrow(PortalException::notFound).id());
    }

    /** First at Keycloak: a browser whose session there went on would be let in again unasked. */
    void endOthers(HttpServletRequest request) {
        var realm = identity().realm();
        sessions().stream()
                .filter(session -> !isPresent(session))
                .forEach(session -> accounts.endSession(realm, session.id()));
        logins.endOthers(request);
    }

    /** Whoever comes back from a removal sees them first: what is gone then is kept in the audit log. */
    List<SecondFactor> secondFactors(HttpServletRequest request) {
        var own = identity();
        var found = accounts.secondFactors(own.realm(), own.subject());
        if (request.getSession().getAttribute(REMOVAL + own.realm()) instanceof Removal removal) {
            request.getSession().removeAttribute(REMOVAL + own.realm());
            if (found.stream().noneMatch(factor -> factor.id().equals(removal.id()))) {
                audit.secondFactorRemoved(user.subject(), removal.type());
            }
        }
        return found;
    }

    /**
     * Keycloak removes it: it alone knows when the person last showed who they are, and has them show it again.
     *
     * @return where to send the browser
     * @throws PortalException not found, also where it is another person's, or no second factor
     */
    URI removeSecondFactor(HttpServletRequest request, String id, String returnTo) {
        var found = secondFactors(request).stream()
                .filter(factor -> factor.id().equals(id))
                .findFirst();
        var factor = found.orElseThrow(PortalException::notFound);
        request.getSession().setAttribute(REMOVAL + identity().realm(), new Removal(factor.id(), factor.type()));
        return logins.change(request, LoginChange.removalOf(factor.id()), returnTo);
    }

    private Identity identity() {
        return user.identity().orElseThrow(PortalException::forbidden);
    }
}
