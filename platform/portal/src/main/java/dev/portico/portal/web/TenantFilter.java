package dev.portico.portal.web;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Admission;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The one way in. It turns the address into tenant, reader, identity and route, and forwards to what answers that
 * route; nothing passes on along the chain, so no file or servlet is reachable by its own path.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST, asyncSupported = true)
public class TenantFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int PERMANENT_REDIRECT = 308;

    @Inject
    transient TenantDirectory directory;

    @Inject
    transient TenantContext tenants;

    @Inject
    transient CurrentRoute current;

    @Inject
    transient RequestReader reader;

    @Inject
    transient Gatekeeper gatekeeper;

    @Inject
    transient Extensions extensions;

    @Inject
    transient Visitor visitor;

    @Inject
    transient SecurityHeaders headers;

    @Inject
    transient Failures failures;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        headers.apply(response);
        try {
            if (request.getCharacterEncoding() == null) {
                request.setCharacterEncoding("UTF-8");
            }
            current.browser(request.getRequestURI(), request.getQueryString());
            reader.resolve(request, Optional.empty(), Optional.empty());
            serve(request, response);
        } catch (ServletException | RuntimeException e) {
            failures.send(request, response, e);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var address = Address.parse(request.getRequestURI());
        var place = address.flatMap(parsed ->
                new Places(directory::byHost, directory::byId).find(request.getServerName(), parsed.segments()));
        if (address.isEmpty() || place.isEmpty()) {
            failures.send(request, response, Failure.notFound());
            return;
        }
        var own = address.get().plain() ? own(place.get()) : Optional.<Route.Match>empty();
        current.enter(place.get(), own.orElse(null));
        place.get().tenant().ifPresent(tenants::enter);
        reader.resolve(request, place.get().audience(), Optional.empty());
        var match = plugins(place.get(), address.get().plain(), own).or(() -> own);
        current.enter(place.get(), match.orElse(null));
        if (match.isEmpty()) {
            recognise(request, place.get());
            failures.send(request, response, inTenant(place.get()) ? extensions.absent() : PortalException.notFound());
        } else if (address.get().trailingSlash()) {
            toCanonical(request, response);
        } else {
            serve(request, response, place.get(), match.get().route());
        }
    }

    private static Optional<Route.Match> own(Place place) {
        var admission = place.tenant().map(Tenant::admission).orElse(Admission.CLOSED);
        return Route.find(place.area(), place.segments())
                .filter(match -> match.route().offered(admission));
    }

    private Optional<Route.Match> plugins(Place place, boolean plain, Optional<Route.Match> own) {
        return inTenant(place)
                ? extensions
                        .claim(place.area(), place.segments(), plain, own.map(Route.Match::route))
                        .map(route -> new Route.Match(route, Map.of()))
                : Optional.empty();
    }

    private static boolean inTenant(Place place) {
        return place.area() == Area.TENANT || place.area() == Area.STAFF_TENANT;
    }

    private void toCanonical(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isRead(request)) {
            failures.send(request, response, Failure.notFound());
            return;
        }
        var path = current.pathWithoutQuery();
        var query = current.path().substring(path.length());
        Redirect.send(response, PERMANENT_REDIRECT, path.substring(0, path.length() - 1) + query);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, Place place, Route route)
            throws ServletException, IOException {
        var personal = route.kind() != Route.Kind.RESOURCE && route.kind() != Route.Kind.PROBE;
        if (personal) {
            recognise(request, place);
            response.setHeader("Cache-Control", visitor.known() ? "no-store" : "private, no-cache");
        }
        if (!route.methods().contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", new TreeSet<>(route.methods())));
            failures.send(request, response, Failure.methodNotAllowed());
        } else if (isForged(request, route)) {
            failures.send(request, response, Failure.forbidden());
        } else if (!personal || gatekeeper.admit(request, response)) {
            forward(request, response, place, route);
        }
    }

    /** Before anything is refused: a refusal, too, is in the person's language. */
    private void recognise(HttpServletRequest request, Place place) {
        gatekeeper.identify(request);
        reader.resolve(request, place.audience(), visitor.profile());
    }

    private void forward(HttpServletRequest request, HttpServletResponse response, Place place, Route route)
            throws ServletException, IOException {
        if (route.kind() == Route.Kind.PAGE || route.kind() == Route.Kind.OPEN_PAGE) {
            headers.applyToPage(response);
        }
        request.getRequestDispatcher(route.target(place.segments()))
                .forward(new RoutedRequest(request, place.prefix()), response);
    }

    /** Whether another site made the browser send it; the cookie's SameSite says no as well, but only to forms. */
    private static boolean isForged(HttpServletRequest request, Route route) {
        return !isRead(request)
                && route.kind() != Route.Kind.API
                && route.kind() != Route.Kind.SERVER_CALL
                && route.kind() != Route.Kind.OPEN_PAGE
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean isRead(HttpServletRequest request) {
        return List.of("GET", "HEAD").contains(request.getMethod());
    }
}
