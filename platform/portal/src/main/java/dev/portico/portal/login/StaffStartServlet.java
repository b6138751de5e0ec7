package dev.portico.portal.login;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leads staff to the first page that their role may see. */
@WebServlet("/internal/staff")
public class StaffStartServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Links links;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        if (user.has(Role.AGENT)) {
            Redirect.seeOther(response, links.staffQueue());
        } else if (user.has(Role.CSM)) {
            Redirect.seeOther(response, links.staffPeople());
        } else if (user.may(Access.ADMIN)) {
            Redirect.seeOther(response, links.staffMails());
        } else {
            Redirect.seeOther(response, links.settings());
        }
    }
}
