package dev.portico.portal.login;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Ends the login to this realm, here and at Keycloak; logins to other realms stay. */
@WebServlet("/internal/logout")
public class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(LogoutServlet.class.getName());

    @Inject
    transient Logins logins;

    @Inject
    transient Links links;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Redirect.seeOther(response, next(request));
    }

    private String next(HttpServletRequest request) {
        try {
            return logins.end(request).map(Object::toString).orElseGet(links::landing);
        } catch (LoginUnavailableException e) {
            LOG.log(Level.WARNING, "Logged out here only", e);
            return links.landing();
        }
    }
}
