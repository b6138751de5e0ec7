package dev.portico.portal.login;

import dev.portico.keycloak.LoginResult;
import dev.portico.keycloak.LoginResult.LoggedIn;
import dev.portico.keycloak.LoginResult.Refused;
import dev.portico.keycloak.LoginResult.Stale;
import dev.portico.portal.web.Failure;
import dev.portico.portal.web.Failures;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import dev.portico.portal.web.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the browser back from the realm's login page. */
@WebServlet("/internal/login/callback")
public class LoginCallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(LoginCallbackServlet.class.getName());

    @Inject
    transient Logins logins;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Links links;

    @Inject
    transient Failures failures;

    @Inject
    transient Notices notices;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        LoginResult result = logins.complete(request);
        if (result instanceof LoggedIn loggedIn) {
            tell(request.getParameter("kc_action_status"));
            Redirect.seeOther(response, loggedIn.returnTo());
        } else if (result instanceof Stale stale) {
            answerStale(request, response, stale);
        } else if (result instanceof Refused refused) {
            LOG.log(Level.INFO, "Login refused: {0}, {1}", refused.reason(), refused.detail());
            failures.send(request, response, failure(refused));
        }
    }

    /** What became of what was to be changed at Keycloak, if anything was. */
    private void tell(@Nullable String status) {
        if ("success".equals(status)) {
            notices.success("login.changed", Map.of());
        } else if (status != null) {
            notices.warning("login.unchanged", Map.of());
        }
    }

    /** Begins again by itself only where this session had begun: a browser without cookies would go in circles. */
    private void answerStale(HttpServletRequest request, HttpServletResponse response, Stale stale) throws IOException {
        if (user.known()) {
            Redirect.seeOther(response, stale.returnTo().orElseGet(links::start));
        } else if (stale.returnTo().isPresent()) {
            Redirect.seeOther(
                    response, logins.begin(request, stale.returnTo().get()).toString());
        } else {
            failures.send(request, response, Failure.loginFailed(400, "login.stale", links.login()));
        }
    }

    private Failure failure(Refused refused) {
        var again = links.login(refused.returnTo());
        return switch (refused.reason()) {
            case DISABLED -> Failure.loginFailed(403, "login.disabled", again);
            case ACCESS_DENIED -> Failure.loginFailed(403, "login.denied", again);
            default -> Failure.loginFailed(400, "login.refused", again);
        };
    }
}
