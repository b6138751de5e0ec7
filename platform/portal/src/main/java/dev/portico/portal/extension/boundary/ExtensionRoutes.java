package dev.portico.portal.extension.boundary;

import dev.portico.portal.extension.control.ClaimedRoute;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.Area;
import dev.portico.portal.web.Extensions;
import dev.portico.portal.web.Route;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the plugin that answers the address of the current request, among those that the tenant has enabled: to others
 * it is an address that nobody answers.
 */
@RequestScoped
public class ExtensionRoutes implements Extensions {
    /** With which all begins that works the same in every tenant, whoever answers its other addresses. */
    private static final Set<String> NEVER =
            Set.of("api", "language", "login", "logout", "logo", "jakarta.faces.resource");

    @Inject
    TenantDesks desks;

    private Optional<ClaimedRoute> claimed = Optional.empty();

    @Override
    public Optional<Route> claim(Area area, List<String> segments, boolean plain, Optional<Route> own) {
        claimed = isLeft(segments, own)
                ? ClaimedRoute.find(desks.enabled(), area == Area.STAFF_TENANT, segments, plain)
                        .filter(found -> own.isEmpty() || found.route().entry())
                : Optional.empty();
        return claimed.map(found -> switch (found.route().access()) {
            case PUBLIC -> Route.EXTENSION;
            case CUSTOMER -> Route.CUSTOMER_EXTENSION;
            case AGENT -> Route.STAFF_EXTENSION;
            case ADMINISTRATOR -> Route.ADMIN_EXTENSION;
        });
    }

    @Override
    public PortalException absent() {
        return desks.absent();
    }

    /** @throws PortalException not found, where no plugin answers */
    ClaimedRoute claimed() {
        return claimed.orElseThrow(PortalException::notFound);
    }

    /** Whether a plugin may answer: as the tenant's entry also in place of pages that are of no use there. */
    private boolean isLeft(List<String> segments, Optional<Route> own) {
        if (own.isEmpty()) {
            return segments.isEmpty() || !NEVER.contains(segments.get(0));
        }
        return own.get() == Route.LANDING || isCustomersPage(own.get()) && isWithoutDesk();
    }

    private static boolean isCustomersPage(Route own) {
        return own.access() == Access.CUSTOMER && (own.kind() == Route.Kind.PAGE || own.kind() == Route.Kind.DOWNLOAD);
    }

    /** Not so where a desk may be away for a while. */
    private boolean isWithoutDesk() {
        return desks.complete() && desks.all().isEmpty();
    }
}
