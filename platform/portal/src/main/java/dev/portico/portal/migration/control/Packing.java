package dev.portico.portal.migration.control;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.attachment.control.BlobStore;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.migration.entity.Obstacle;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.Attributes;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what goes with tickets, and copies the bytes of their files. */
@ApplicationScoped
public class Packing {
    private static final Logger LOG = System.getLogger(Packing.class.getName());

    @Inject
    DepartureStore store;

    @Inject
    BlobStore blobs;

    @Inject
    Texts texts;

    /** Held until the commit, in the order of their numbers. */
    public List<Parcel> next(TenantDesk desk, TenantDesk target, long after, int most) {
        var tickets = store.next(desk.type().id(), after, most);
        if (tickets.isEmpty()) {
            return List.of();
        }
        var numbers = tickets.stream().map(Ticket::number).toList();
        var entries = store.entries(numbers);
        var files = store.files(numbers);
        var mails = store.mails(numbers);
        var received = store.received(numbers.get(0), numbers.get(numbers.size() - 1));
        var accounts =
                store.accounts(tickets.stream().map(Ticket::requesterSubject).collect(Collectors.toSet()));
        var organizations = store.organizations(tickets.stream()
                .flatMap(ticket -> ticket.organizationId().stream())
                .collect(Collectors.toSet()));
        return tickets.stream()
                .map(ticket -> new Parcel(
                        ticket,
                        entries.getOrDefault(ticket.number(), List.of()),
                        files.getOrDefault(ticket.number(), List.of()),
                        mails.getOrDefault(ticket.number(), List.of()),
                        Objects.requireNonNull(accounts.get(ticket.requesterSubject())),
                        ticket.organizationId().map(organizations::get),
                        kept(desk, target, ticket, received.getOrDefault(ticket.number(), 0))))
                .toList();
    }

    /** Of these tickets, those that have been moved to the tenant. */
    public Set<Long> moved(List<Parcel> parcels, String tenant) {
        var followed = parcels.stream()
                .flatMap(parcel -> parcel.ticket().follows().stream())
                .collect(Collectors.toSet());
        return Set.copyOf(store.moved(followed, tenant));
    }

    /** "Label: value" a line, of what the other desk has no field for; and that mails stay which were received. */
    private String kept(TenantDesk desk, TenantDesk target, Ticket ticket, int received) {
        var there = Attributes.read(Attributes.ofType(target.type(), ticket.attributes()))
                .keySet();
        var values = new HashMap<>(Attributes.read(ticket.attributes()));
        values.keySet().removeAll(there);
        if (target.type().field(Field.Kind.PRODUCT).isEmpty()) {
            desk.type().field(Field.Kind.PRODUCT).ifPresent(field -> ticket.product()
                    .ifPresent(product -> values.put(field.id(), product)));
        }
        var reader = new Reader(ticket.language(), ticket.language(), ZoneOffset.UTC);
        var fields = desk.type().fields().stream()
                .filter(field -> values.containsKey(field.id()))
                .map(field -> texts.text(
                        reader,
                        "ticket.event.moved.field",
                        Map.of(
                                "label",
                                desk.text(reader, field.label()),
                                "value",
                                desk.optionLabel(reader, field, values.getOrDefault(field.id(), "")))));
        var mails = received == 0
                ? Stream.<String>empty()
                : Stream.of(texts.text(reader, "ticket.event.moved.mails", Map.of("count", received)));
        return Stream.concat(fields, mails).collect(Collectors.joining("\n"));
    }

    /** Bytes that were copied before are copied again; the id stays the same. */
    public Optional<Obstacle> copyFiles(Parcel parcel, String from, String to) {
        for (var file : parcel.files()) {
            try {
                blobs.copy(from, to, file.id());
            } catch (UncheckedIOException unreadable) {
                LOG.log(Level.WARNING, "File " + file.id() + " of " + from + " cannot be copied", unreadable);
                return Optional.of(new Obstacle(Obstacle.Kind.FILE, file.name()));
            }
        }
        return Optional.empty();
    }
}
