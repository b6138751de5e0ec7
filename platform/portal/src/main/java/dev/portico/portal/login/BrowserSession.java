package dev.portico.portal.login;

import dev.portico.keycloak.Identities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;

/** How long the server remembers a browser: shortly, until somebody logs in. */
final class BrowserSession {
    // As long as Keycloak's own page waits for a password.
    private static final Duration UNTIL_LOGIN = Duration.ofMinutes(30);

    private BrowserSession() {}

    static HttpSession of(HttpServletRequest request) {
        var session = request.getSession();
        if (Identities.find(session).map(Identities::isEmpty).orElse(true)) {
            session.setMaxInactiveInterval((int) UNTIL_LOGIN.toSeconds());
        }
        return session;
    }

    /** Gives it the life that the application is configured with. */
    static void prolong(HttpServletRequest request) {
        var life = Duration.ofMinutes(request.getServletContext().getSessionTimeout());
        request.getSession().setMaxInactiveInterval((int) life.toSeconds());
    }
}
