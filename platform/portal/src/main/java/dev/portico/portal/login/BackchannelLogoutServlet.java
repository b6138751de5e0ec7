package dev.portico.portal.login;

import dev.portico.keycloak.BackchannelLogout;
import dev.portico.keycloak.InvalidTokenException;
import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.SessionIndex;
import dev.portico.portal.web.CurrentRoute;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes Keycloak's word that a session has ended there (OpenID Connect Back-Channel Logout 1.0). */
@WebServlet("/internal/login/backchannel-logout")
public class BackchannelLogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(BackchannelLogoutServlet.class.getName());

    @Inject
    transient BackchannelLogout notices;

    @Inject
    transient SessionIndex sessions;

    @Inject
    transient CurrentRoute route;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        var token = request.getParameter("logout_token");
        if (token == null) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "no logout_token");
            return;
        }
        try {
            sessions.end(notices.verify(route.realm().orElseThrow(), token));
        } catch (InvalidTokenException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (LoginUnavailableException e) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private static void refuse(HttpServletResponse response, int status, String reason) throws IOException {
        LOG.log(Level.WARNING, "Logout notice refused: {0}", reason);
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter().write("{\"error\":\"invalid_request\"}");
    }
}
