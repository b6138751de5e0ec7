package dev.portico.portal.migration.boundary;

import dev.portico.portal.migration.control.Mapping;
import dev.portico.portal.migration.control.MigrationStore;
import dev.portico.portal.migration.control.Obstacles;
import dev.portico.portal.migration.control.Packing;
import dev.portico.portal.migration.control.Parcel;
import dev.portico.portal.migration.entity.MigrationProblem;
import dev.portico.portal.migration.entity.Obstacle;
import dev.portico.portal.migration.entity.TicketMigration;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.control.TicketClocks;
import dev.portico.portal.ticket.entity.TicketPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves tickets out of the current tenant, a portion in a transaction that holds them. */
@ApplicationScoped
@Transactional
public class Departures {
    private static final Logger LOG = System.getLogger(Departures.class.getName());
    private static final int PORTION = 50;

    @Inject
    MigrationStore store;

    @Inject
    Packing packing;

    @Inject
    Arrivals arrivals;

    @Inject
    TenantDesks desks;

    @Inject
    TenantContext tenants;

    @Inject
    TenantDirectory directory;

    @Inject
    TicketClocks clocks;

    private record Route(
            TicketMigration migration, TenantDesk source, Tenant tenant, TenantDesk target, Mapping mapping) {}

    /**
     * Moves the next portion of a migration that nobody else has in hand.
     *
     * @return false where there is none
     */
    public boolean movePortion(Instant now) {
        return store.claim()
                .map(migration -> {
                    route(migration).ifPresentOrElse(route -> move(route, now), () -> stop(migration, now));
                    return true;
                })
                .orElse(false);
    }

    private static void stop(TicketMigration migration, Instant now) {
        LOG.log(Level.WARNING, "Migration {0} is stopped: one of its desks is not there", migration.id());
        migration.stop(now);
    }

    /** Empty where one of the desks is no longer there: an administrator has to look. */
    private Optional<Route> route(TicketMigration migration) {
        var way = migration.way();
        return desks.ofType(way.sourceType())
                .flatMap(source -> directory.byId(way.targetTenant()).flatMap(tenant -> tenants.within(
                                tenant, () -> arrivals.desk(way.targetType()))
                        .map(target ->
                                new Route(migration, source, tenant, target, Mapping.parse(migration.mapping())))));
    }

    private void move(Route route, Instant now) {
        var migration = route.migration();
        var parcels = packing.next(route.source(), route.target(), migration.reached(), PORTION);
        if (parcels.isEmpty()) {
            migration.finish(now);
            return;
        }
        var ready = ready(route, parcels);
        var moved = delivered(route, ready);
        var gone = ready.stream()
                .filter(parcel -> moved.containsKey(parcel.number()))
                .toList();
        gone.forEach(
                parcel -> leave(parcel, new TicketPlace(route.tenant().id(), moved.getOrDefault(parcel.number(), 0L))));
        migration.passed(parcels.get(parcels.size() - 1).number(), gone.size());
        if (gone.isEmpty() && ready.size() > 1) {
            LOG.log(Level.ERROR, "Migration {0} is stopped: nothing of a portion could be moved", migration.id());
            migration.stop(now);
        }
    }

    private void leave(Parcel parcel, TicketPlace place) {
        clocks.end(parcel.number());
        parcel.ticket().continuedAt(place);
    }

    /** Those that nothing stands in the way of; what stands in the way of the others is written down. */
    private List<Parcel> ready(Route route, List<Parcel> parcels) {
        var to = route.tenant().id();
        var going = new HashSet<>(packing.moved(parcels, to));
        var obstacles = new Obstacles(route.target(), route.mapping(), going);
        var ready = new ArrayList<Parcel>();
        for (var parcel : parcels) {
            obstacles
                    .of(parcel)
                    .or(() -> packing.copyFiles(parcel, route.source().tenantId(), to))
                    .ifPresentOrElse(obstacle -> stays(route, parcel, obstacle), () -> {
                        going.add(parcel.number());
                        ready.add(parcel);
                    });
        }
        return ready;
    }

    private void stays(Route route, Parcel parcel, Obstacle obstacle) {
        store.add(new MigrationProblem(route.migration().id(), parcel.number(), obstacle));
    }

    private Map<Long, Long> delivered(Route route, List<Parcel> parcels) {
        if (parcels.isEmpty()) {
            return Map.of();
        }
        try {
            return deliver(route, parcels);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A portion of migration " + route.migration().id() + " is moved one by one", e);
            return oneByOne(route, parcels);
        }
    }

    /** Where one cannot be moved, for a reason that nobody foresaw, the others can, but for those that follow it up. */
    private Map<Long, Long> oneByOne(Route route, List<Parcel> parcels) {
        var moved = new HashMap<Long, Long>();
        var failed = new HashSet<Long>();
        for (var parcel : parcels) {
            var before = parcel.ticket().follows().filter(failed::contains);
            if (before.isPresent()) {
                failed.add(parcel.number());
                stays(route, parcel, new Obstacle(Obstacle.Kind.FOLLOWS, Long.toString(before.get())));
                continue;
            }
            try {
                moved.putAll(deliver(route, List.of(parcel)));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, parcel.number() + " of " + route.source().tenantId() + " cannot be moved", e);
                failed.add(parcel.number());
                stays(route, parcel, new Obstacle(Obstacle.Kind.UNEXPECTED, ""));
            }
        }
        return moved;
    }

    private Map<Long, Long> deliver(Route route, List<Parcel> parcels) {
        var from = route.source().tenantId();
        return tenants.within(route.tenant(), () -> arrivals.take(from, route.target(), route.mapping(), parcels));
    }
}
