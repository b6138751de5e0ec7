package dev.portico.portal.migration.boundary;

import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.migration.control.ArrivalStore;
import dev.portico.portal.migration.control.Arriving;
import dev.portico.portal.migration.control.Mapping;
import dev.portico.portal.migration.control.Parcel;
import dev.portico.portal.migration.control.Requesters;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.TicketClocks;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.ticket.entity.Requester;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes tickets of another tenant into the current one, in a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class Arrivals {
    @Inject
    ArrivalStore store;

    @Inject
    TicketStore tickets;

    @Inject
    Requesters requesters;

    @Inject
    TenantDesks desks;

    @Inject
    TicketClocks clocks;

    /** The current tenant's desk of a ticket type. */
    public Optional<TenantDesk> desk(String type) {
        return desks.ofType(type);
    }

    /**
     * Of a ticket that has come before, only what is new since then is taken.
     *
     * @param from the tenant that they leave
     * @param parcels in the order of their numbers, none with an obstacle
     * @return numbers here by numbers there
     */
    public Map<Long, Long> take(String from, TenantDesk desk, Mapping mapping, List<Parcel> parcels) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var known = known(from, parcels);
        var arrived = new HashMap<Long, Long>();
        known.forEach((there, ticket) -> arrived.put(there, ticket.number()));
        var fresh = parcels.stream()
                .filter(parcel -> !known.containsKey(parcel.number()))
                .toList();
        var numbers = tickets.nextNumbers(fresh.size()).iterator();
        fresh.forEach(parcel -> arrived.put(parcel.number(), numbers.next()));
        var arriving = new Arriving(from, desk, mapping, Map.copyOf(arrived), now);
        var made = made(arriving, fresh);
        store.add(made.values());
        keep(arriving, parcels, Stream.of(known, made).collect(HashMap::new, Map::putAll, Map::putAll));
        return Map.copyOf(arrived);
    }

    /** Of these e-mail addresses in lower case, how many have an account here that somebody has claimed. */
    public long countKnown(List<String> addresses) {
        return store.countClaimed(addresses);
    }

    /**
     * @param organizations names by id
     * @return names of those whose id another organization has here
     */
    public List<String> strangers(Map<String, String> organizations) {
        return organizations.entrySet().stream()
                .filter(there -> requesters.stranger(there.getKey(), there.getValue()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** Those that are here already, and those that the others follow up. */
    private Map<Long, Ticket> known(String from, List<Parcel> parcels) {
        var numbers = parcels.stream()
                .flatMap(parcel -> Stream.concat(Stream.of(parcel.number()), parcel.ticket().follows().stream()))
                .distinct()
                .toList();
        var known = new HashMap<Long, Ticket>();
        tickets.byOrigin(from, numbers)
                .forEach(ticket -> known.put(ticket.origin().orElseThrow().number(), ticket));
        return known;
    }

    private Map<Long, Ticket> made(Arriving arriving, List<Parcel> parcels) {
        var accounts = requesters.of(parcels, arriving.now());
        var made = new HashMap<Long, Ticket>();
        for (var parcel : parcels) {
            var account = Objects.requireNonNull(accounts.get(Requesters.address(parcel)));
            var requester = new Requester(
                    account.subject(),
                    parcel.ticket().requesterName(),
                    requesters.organization(parcel),
                    parcel.ticket().language());
            made.put(parcel.number(), arriving.begin(parcel, requester));
        }
        return made;
    }

    private void keep(Arriving arriving, List<Parcel> parcels, Map<Long, Ticket> here) {
        var files = store.files(parcels.stream()
                .flatMap(parcel -> parcel.files().stream())
                .map(Attachment::id)
                .toList());
        var mails = store.mails(parcels.stream()
                .flatMap(parcel -> parcel.mails().stream())
                .map(Mail::id)
                .toList());
        for (var parcel : parcels) {
            var ticket = Objects.requireNonNull(here.get(parcel.number()));
            var first = ticket.origin().isEmpty();
            var entries = arriving.go(parcel, ticket);
            store.add(entries, arriving.files(parcel, ticket, files), arriving.mails(parcel, ticket, mails));
            if (first) {
                clocks.resume(arriving.desk(), ticket, entries, arriving.now());
            }
        }
    }
}
