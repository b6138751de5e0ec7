package dev.portico.portal.login;

import dev.portico.keycloak.BearerTokens;
import dev.portico.keycloak.Identity;
import dev.portico.keycloak.InvalidTokenException;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.Area;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Failure;
import dev.portico.portal.web.Failures;
import dev.portico.portal.web.Gatekeeper;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Redirect;
import dev.portico.portal.web.Route;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Pages know a person by the session, the API by a bearer token alone: a session's cookie opens no API. Whoever has not
 * accepted the newest terms of a tenant is let in nowhere else there.
 */
@RequestScoped
public class Gate implements Gatekeeper {
    private static final Logger LOG = System.getLogger(Gate.class.getName());

    @Inject
    CurrentRoute route;

    @Inject
    CurrentUser user;

    @Inject
    TenantContext tenants;

    @Inject
    Logins logins;

    @Inject
    Memberships memberships;

    @Inject
    BearerTokens tokens;

    @Inject
    PendingForms forms;

    @Inject
    Failures failures;

    @Inject
    Links links;

    private boolean tokenRefused;

    @Override
    public void identify(HttpServletRequest request) {
        if (route.realm().isEmpty()) {
            return;
        }
        if (isApi()) {
            identifyCaller(request, route.realm().get());
        } else {
            logins.current(request).ifPresent(login -> user.enter(login.identity(), login.membership()));
        }
    }

    private void identifyCaller(HttpServletRequest request, String realm) {
        try {
            var identity = tokens.verify(realm, request.getHeader("Authorization"));
            var membership = memberships.calling(identity);
            tokenRefused = membership.isEmpty();
            membership.ifPresent(admitted -> user.enter(identity, admitted));
        } catch (InvalidTokenException e) {
            tokenRefused = e.kind() != InvalidTokenException.Kind.MISSING;
            LOG.log(Level.DEBUG, "Token refused at {0}: {1}", route.pathWithoutTokens(), e.getMessage());
        }
    }

    @Override
    public boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var access = route.route().map(Route::access).orElse(Access.STAFF);
        if (access == Access.PUBLIC) {
            return true;
        }
        var identity = user.identity();
        if (identity.isEmpty()) {
            refuseStranger(request, response);
            return false;
        }
        if (!serves(identity.get())) {
            failures.send(request, response, Failure.notFound());
            return false;
        }
        if (!Roles.allow(access, user.roles())) {
            failures.send(request, response, Failure.forbidden());
            return false;
        }
        if (owesTerms()) {
            askForTerms(request, response);
            return false;
        }
        return true;
    }

    /** Whether the tenant has newer terms than the person has accepted: those who come in are asked, the others were not. */
    private boolean owesTerms() {
        return route.area() == Area.TENANT
                && user.membership().map(Membership::termsVersion).orElse(0)
                        < tenants.require().termsVersion();
    }

    private void askForTerms(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (route.route().filter(Route::answersProblems).isPresent()) {
            var address = links.absolute(links.terms()).toString();
            failures.send(request, response, Failure.termsNotAccepted(address));
            return;
        }
        forms.keep(request);
        Redirect.forPage(request, response, links.termsToAccept(route.path()));
    }

    /** Staff see the tenants that they serve; the others might as well not exist. */
    private boolean serves(Identity identity) {
        return route.area() != Area.STAFF_TENANT
                || identity.tenants().contains(tenants.require().id());
    }

    private void refuseStranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (route.route().filter(Route::answersProblems).isPresent()) {
            response.setHeader("WWW-Authenticate", challenge());
            failures.send(request, response, Failure.unauthorized());
            return;
        }
        forms.keep(request);
        Redirect.forPage(request, response, logins.begin(request, route.path()).toString());
    }

    private String challenge() {
        return "Bearer realm=\"" + route.realm().orElse("") + "\"" + (tokenRefused ? ", error=\"invalid_token\"" : "");
    }

    @Override
    public void keepForm(HttpServletRequest request) {
        forms.keep(request);
    }

    private boolean isApi() {
        return route.route().filter(found -> found.kind() == Route.Kind.API).isPresent();
    }
}
