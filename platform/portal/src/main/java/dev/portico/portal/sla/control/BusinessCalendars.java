package dev.portico.portal.sla.control;

import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When the current tenant's team works, kept for a short while: each page of a ticket with a promise asks. */
@ApplicationScoped
public class BusinessCalendars {
    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    BusinessCalendarStore store;

    @Inject
    TenantContext tenants;

    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

    private record Snapshot(TenantCalendar calendar, Instant readAt) {}

    /** @param terms what it was made of: the same on all nodes, another one once it is changed */
    public record TenantCalendar(BusinessCalendar calendar, String terms) {}

    public TenantCalendar current() {
        var tenant = tenants.require();
        var snapshot = snapshots.get(tenant.id());
        if (snapshot == null || snapshot.readAt().plus(FRESH).isBefore(Instant.now())) {
            snapshot = new Snapshot(read(), Instant.now());
            snapshots.put(tenant.id(), snapshot);
        }
        return snapshot.calendar();
    }

    private TenantCalendar read() {
        var zone = tenants.require().zone();
        return store.find()
                .map(document -> new TenantCalendar(document.calendar(), document.toString()))
                .orElseGet(() -> new TenantCalendar(CalendarDocument.standard(zone), zone.getId()));
    }
}
