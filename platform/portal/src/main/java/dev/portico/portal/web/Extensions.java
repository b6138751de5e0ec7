package dev.portico.portal.web;

import dev.portico.portal.failure.PortalException;
import java.util.List;
import java.util.Optional;

/** The addresses that plugins answer, which are those that none of the portal's own routes matches. */
public interface Extensions {
    /**
     * Finds who answers the address in the current tenant.
     *
     * @param area of the tenant's customers or of the staff within a tenant
     * @param segments as the browser sent them
     * @param plain whether they are without escapes
     * @param own the portal's own route of that address, if there is one
     * @return the route that is taken in place of it, one of {@link Route.Kind#EXTENSION}
     */
    Optional<Route> claim(Area area, List<String> segments, boolean plain, Optional<Route> own);

    /** What is said of an address that nobody answers: that it may come back, where a plugin is missing. */
    PortalException absent();
}
