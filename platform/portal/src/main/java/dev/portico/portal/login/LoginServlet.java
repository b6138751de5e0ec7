package dev.portico.portal.login;

import dev.portico.keycloak.ReturnTo;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sends the browser to the realm's login page, or straight on where somebody is logged in already. */
@WebServlet("/internal/login")
public class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Logins logins;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Links links;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var wanted =
                ReturnTo.orElse(request.getParameter("return"), links.start()).value();
        Redirect.seeOther(
                response, user.known() ? wanted : logins.begin(request, wanted).toString());
    }
}
