package dev.portico.portal.login;

import dev.portico.keycloak.Identities;
import dev.portico.keycloak.Identity;
import dev.portico.keycloak.LoginFlow;
import dev.portico.keycloak.LoginResult;
import dev.portico.keycloak.LoginResult.Reason;
import dev.portico.keycloak.PendingLogins;
import dev.portico.keycloak.ReturnTo;
import dev.portico.keycloak.SessionIndex;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Login and logout of a browser, at the realm of the current request. */
@ApplicationScoped
public class Logins {
    private static final String PENDING = "dev.portico.portal.pending-logins";
    private static final String SINCE = "dev.portico.portal.logged-in.";

    @Inject
    LoginFlow flow;

    @Inject
    SessionIndex sessions;

    @Inject
    Memberships memberships;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    @Inject
    Event<LoginEnded> ended;

    /** Who is logged in. */
    record Login(Identity identity, Membership membership) {}

    /** The login that the browser's session holds for this realm, if neither Keycloak nor anybody here has ended it. */
    Optional<Login> current(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var found = Identities.find(session, realm());
        var login = found.filter(identity -> sessions.register(session, identity))
                .flatMap(identity -> memberships
                        .of(identity, since(session, identity))
                        .map(membership -> new Login(identity, membership)));
        if (login.isEmpty()) {
            found.ifPresent(identity -> forget(session, identity));
        }
        return login;
    }

    /** By our own clock: Keycloak's may be behind, and a login right after an end would never count. */
    private static Instant since(HttpSession session, Identity identity) {
        return session.getAttribute(SINCE + identity.realm()) instanceof Instant since
                ? since
                : identity.authenticatedAt();
    }

    /** @return where to send the browser */
    URI begin(HttpServletRequest request, String returnTo) {
        return begin(request, returnTo, Optional.empty());
    }

    /**
     * Lets somebody who is logged in change at Keycloak what they log in with.
     *
     * @return where to send the browser
     */
    public URI change(HttpServletRequest request, LoginChange change, String returnTo) {
        return begin(request, returnTo, Optional.of(change.action()));
    }

    private URI begin(HttpServletRequest request, String returnTo, Optional<String> action) {
        var session = BrowserSession.of(request);
        var pending = pending(session);
        var wanted = ReturnTo.orElse(returnTo, links.landing());
        var address =
                flow.begin(realm(), callback(), pending, wanted, reader.get().ui(), action);
        session.setAttribute(PENDING, pending);
        return address;
    }

    /** Every other login and token of the person counts no longer, at whatever node; what Keycloak holds is the caller's. */
    public void endOthers(HttpServletRequest request) {
        var login = current(request).orElseThrow(PortalException::forbidden);
        var since = memberships.endOthers(login.identity(), login.membership());
        request.getSession().setAttribute(SINCE + login.identity().realm(), since);
    }

    LoginResult complete(HttpServletRequest request) {
        var session = Optional.ofNullable(request.getSession(false));
        var pending = session.map(Logins::pending).orElseGet(PendingLogins::new);
        var answer = flow.complete(realm(), callback(), pending, parameters(request));
        session.ifPresent(some -> some.setAttribute(PENDING, pending));
        var result = keep(request, answer);
        ended.fire(LoginEnded.of(realm(), result));
        return result;
    }

    /**
     * Logs in with a password that the person has just chosen on a page of ours, as Keycloak's own page would.
     *
     * @param username at Keycloak
     */
    public LoginResult enter(HttpServletRequest request, String username, String password) {
        var result = keep(request, flow.withPassword(realm(), username, password));
        ended.fire(LoginEnded.of(realm(), result));
        return result;
    }

    /** Keeps a login in the session; one that the portal does not take is refused. */
    private LoginResult keep(HttpServletRequest request, LoginResult result) {
        return result instanceof LoginResult.LoggedIn loggedIn && !keep(request, loggedIn.identity())
                ? new LoginResult.Refused(Reason.DISABLED, loggedIn.identity().toString(), loggedIn.returnTo())
                : result;
    }

    /** @return whether the account may log in */
    private boolean keep(HttpServletRequest request, Identity identity) {
        if (memberships.loggedIn(identity).isEmpty()) {
            return false;
        }
        var session = request.getSession();
        // An id that someone else may have planted before the login must not open what comes after it.
        request.changeSessionId();
        session.setAttribute(SINCE + identity.realm(), Instant.now());
        Identities.put(session, identity);
        BrowserSession.prolong(request);
        if (!sessions.register(session, identity)) {
            forget(session, identity);
        }
        return true;
    }

    /** @return where to send the browser, so that the session at Keycloak ends as well */
    Optional<URI> end(HttpServletRequest request) {
        var session = Optional.ofNullable(request.getSession(false));
        var identity = session.flatMap(some -> Identities.find(some, realm()));
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        forget(session.orElseThrow(), identity.get());
        return Optional.of(flow.logout(
                identity.get(), links.absolute(links.landing()), reader.get().ui()));
    }

    private void forget(HttpSession session, Identity identity) {
        sessions.forget(session, identity);
        session.removeAttribute(SINCE + identity.realm());
        Identities.remove(session, identity);
        if (Identities.find(session).map(Identities::isEmpty).orElse(true)) {
            session.invalidate();
        }
    }

    private String realm() {
        return route.realm().orElseThrow(() -> new IllegalStateException("No realm at " + route.pathWithoutQuery()));
    }

    private URI callback() {
        return links.absolute(links.loginCallback());
    }

    private static PendingLogins pending(HttpSession session) {
        return session.getAttribute(PENDING) instanceof PendingLogins pending ? pending : new PendingLogins();
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    }
}
