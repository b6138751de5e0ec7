package dev.portico.portal.web;

import dev.portico.portal.tenant.entity.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the place of an address among the tenants there are. */
final class Places {
    private static final String STAFF = "/" + Tenant.STAFF;

    private final Function<String, Optional<Tenant>> byHost;
    private final Function<String, Optional<Tenant>> byId;

    Places(Function<String, Optional<Tenant>> byHost, Function<String, Optional<Tenant>> byId) {
        this.byHost = byHost;
        this.byId = byId;
    }

    Optional<Place> find(String host, List<String> segments) {
        if (isResource(segments)) {
            return Optional.of(root(segments));
        }
        var own = byHost.apply(host).filter(tenant -> !tenant.staff());
        if (own.isPresent()) {
            return Optional.of(new Place(Area.TENANT, own, "", true, segments));
        }
        if (Route.find(Area.ROOT, segments).isPresent()) {
            return Optional.of(root(segments));
        }
        var first = segments.get(0);
        var rest = segments.subList(1, segments.size());
        return first.equals(Tenant.STAFF)
                ? staff(rest)
                : customerTenant(first)
                        .map(tenant -> new Place(Area.TENANT, Optional.of(tenant), "/" + first, false, rest));
    }

    /** The same at every host, and found without the directory: the failure page needs its style when that is down. */
    private static boolean isResource(List<String> segments) {
        return Route.find(Area.ROOT, segments)
                .filter(match -> match.route() == Route.ROOT_RESOURCE)
                .isPresent();
    }

    private static Place root(List<String> segments) {
        return new Place(Area.ROOT, Optional.empty(), "", false, segments);
    }

    private Optional<Place> staff(List<String> rest) {
        var staff = byId.apply(Tenant.STAFF);
        if (rest.isEmpty() || Route.find(Area.STAFF, rest).isPresent()) {
            return staff.map(tenant -> new Place(Area.STAFF, Optional.of(tenant), STAFF, false, rest));
        }
        return customerTenant(rest.get(0))
                .map(tenant ->
                        new Place(Area.STAFF_TENANT, Optional.of(tenant), STAFF, false, rest.subList(1, rest.size())));
    }

    private Optional<Tenant> customerTenant(String id) {
        return byId.apply(id).filter(tenant -> !tenant.staff());
    }
}
