package dev.portico.portal.login;

import dev.portico.keycloak.Identities;
import dev.portico.keycloak.Identity;
import dev.portico.keycloak.LoginFlow;
import dev.portico.keycloak.LoginResult;
import dev.portico.keycloak.PendingLogins;
import dev.portico.keycloak.ReturnTo;
import dev.portico.keycloak.SessionIndex;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Login and logout of a browser, at the realm of the current request. */
@ApplicationScoped
public class Logins {
    private static final String PENDING = "dev.portico.portal.pending-logins";

    @Inject
    LoginFlow flow;

    @Inject
    SessionIndex sessions;

    @Inject
    AccountPreferences preferences;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    @Inject
    Event<LoginEnded> ended;

    /** The identity that the browser's session holds for this realm, if Keycloak has not ended it. */
    Optional<Identity> identity(HttpServletRequest request) {
        var session = Optional.ofNullable(request.getSession(false));
        var found = session.flatMap(some -> Identities.find(some, realm()));
        if (found.isPresent() && !sessions.register(session.orElseThrow(), found.get())) {
            forget(session.orElseThrow(), found.get());
            return Optional.empty();
        }
        return found;
    }

    /** @return where to send the browser */
    URI begin(HttpServletRequest request, String returnTo) {
        var session = BrowserSession.of(request);
        var pending = pending(session);
        var wanted = ReturnTo.orElse(returnTo, links.landing());
        var address =
                flow.begin(realm(), callback(), pending, wanted, reader.get().ui());
        session.setAttribute(PENDING, pending);
        return address;
    }

    LoginResult complete(HttpServletRequest request) {
        var session = Optional.ofNullable(request.getSession(false));
        var pending = session.map(Logins::pending).orElseGet(PendingLogins::new);
        var result = flow.complete(realm(), callback(), pending, parameters(request));
        session.ifPresent(some -> some.setAttribute(PENDING, pending));
        ended.fire(LoginEnded.of(realm(), result));
        if (result instanceof LoginResult.LoggedIn loggedIn) {
            keep(request, loggedIn.identity());
        }
        return result;
    }

    private void keep(HttpServletRequest request, Identity identity) {
        var session = request.getSession();
        // An id that someone else may have planted before the login must not open what comes after it.
        request.changeSessionId();
        preferences.loggedIn(session, identity);
        Identities.put(session, identity);
        BrowserSession.prolong(request);
        if (!sessions.register(session, identity)) {
            forget(session, identity);
        }
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
        preferences.loggedOut(session, identity);
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
