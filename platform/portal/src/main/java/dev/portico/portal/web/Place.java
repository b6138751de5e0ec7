package dev.portico.portal.web;

import dev.portico.portal.tenant.entity.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * Where in the site an address leads, before its route is known.
 *
 * @param tenant whose data it is about; the staff's own realm in {@link Area#STAFF}
 * @param prefix what stands before the area's own paths: {@code /harmony}, {@code /staff}, or nothing
 * @param hosted whether the tenant was known by its host name
 * @param segments the rest of the path
 */
record Place(Area area, Optional<Tenant> tenant, String prefix, boolean hosted, List<String> segments) {
    /** The tenant whose languages are spoken here; staff have their own, whichever tenant they work for. */
    Optional<Tenant> audience() {
        return area == Area.STAFF_TENANT ? Optional.empty() : tenant;
    }

    /** The realm whose identities count here. */
    Optional<String> realm() {
        return switch (area) {
            case ROOT -> Optional.empty();
            case TENANT -> tenant.map(Tenant::id);
            case STAFF, STAFF_TENANT -> Optional.of(Tenant.STAFF);
        };
    }
}
