package dev.portico.portal.migration.control;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.migration.entity.Obstacle;
import dev.portico.portal.migration.entity.Obstacle.Kind;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.TicketEntry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What keeps a ticket from being moved.
 *
 * @param moved numbers of the tickets that have been moved to the same tenant, or are about to be; it may grow
 */
public record Obstacles(TenantDesk desk, Mapping mapping, Set<Long> moved) {
    public Optional<Obstacle> of(Parcel parcel) {
        return Stream.of(
                        product(parcel),
                        severity(parcel),
                        status(parcel),
                        requester(parcel),
                        parcel.ticket()
                                .follows()
                                .filter(number -> !moved.contains(number))
                                .map(number -> new Obstacle(Kind.FOLLOWS, Long.toString(number))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A desk without products needs none. */
    private Optional<Obstacle> product(Parcel parcel) {
        return parcel.ticket()
                .product()
                .filter(product -> desk.type().field(Field.Kind.PRODUCT).isPresent())
                .filter(product -> mapping.product(product).isEmpty())
                .map(product -> new Obstacle(Kind.PRODUCT, product));
    }

    private Optional<Obstacle> severity(Parcel parcel) {
        return values(parcel, EntryKind.SEVERITY, parcel.ticket().severity())
                .filter(level ->
                        mapping.severity(level).flatMap(desk.scale()::level).isEmpty())
                .findFirst()
                .map(level -> new Obstacle(Kind.SEVERITY, level));
    }

    private Optional<Obstacle> status(Parcel parcel) {
        return values(parcel, EntryKind.STATUS, parcel.ticket().status())
                .filter(status ->
                        mapping.status(status).flatMap(desk.workflow()::status).isEmpty())
                .findFirst()
                .map(status -> new Obstacle(Kind.STATUS, status));
    }

    private static Stream<String> values(Parcel parcel, EntryKind kind, String now) {
        var changed =
                parcel.entries().stream().filter(entry -> entry.kind() == kind).flatMap(Obstacles::both);
        return Stream.concat(changed, Stream.of(now));
    }

    private static Stream<String> both(TicketEntry entry) {
        return Stream.concat(entry.oldValue().stream(), entry.newValue().stream());
    }

    private static Optional<Obstacle> requester(Parcel parcel) {
        return parcel.requester().email().isBlank()
                ? Optional.of(new Obstacle(Kind.REQUESTER, parcel.requester().name()))
                : Optional.empty();
    }
}
