package dev.portico.portal.migration.control;

import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.entity.Requester;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import dev.portico.portal.ticket.entity.TicketPlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tickets on their way into a desk.
 *
 * @param from the tenant that they leave
 * @param numbers here, by their numbers there
 */
public record Arriving(String from, TenantDesk desk, Mapping mapping, Map<Long, Long> numbers, Instant now) {
    public Ticket begin(Parcel parcel, Requester requester) {
        return replay().begin(parcel, numbers.getOrDefault(parcel.number(), 0L), requester);
    }

    /** What has happened to the ticket since it came, or all of it and its arrival. */
    public List<TicketEntry> go(Parcel parcel, Ticket ticket) {
        var last = parcel.ticket().lastPosition();
        if (ticket.origin().isPresent()) {
            var further = replay().further(parcel, ticket, ticket.originPosition());
            ticket.cameOnTo(last);
            return further;
        }
        var entries = replay().go(parcel, ticket);
        var place = new TicketPlace(from, parcel.number());
        entries.add(ticket.cameFrom(place, last, parcel.kept(), Actor.SYSTEM.author(), now));
        return entries;
    }

    /**
     * The files that are new here. A ticket that was here before, left, and comes back finds its own again.
     *
     * @param known those that are here already, by id
     */
    public List<Attachment> files(Parcel parcel, Ticket ticket, Map<String, Attachment> known) {
        parcel.files().stream()
                .flatMap(file -> Optional.ofNullable(known.get(file.id())).stream())
                .forEach(file -> file.goWith(ticket.number()));
        return parcel.files().stream()
                .filter(file -> !known.containsKey(file.id()))
                .map(file -> file.copiedTo(ticket.number(), owner(parcel, ticket, file)))
                .toList();
    }

    private static String owner(Parcel parcel, Ticket ticket, Attachment file) {
        return parcel.ticket().requestedBy(file.ownerSubject()) ? ticket.requesterSubject() : file.ownerSubject();
    }

    /**
     * The mails that are new here, as with files.
     *
     * @param known those that are here already, by id
     */
    public List<Mail> mails(Parcel parcel, Ticket ticket, Map<String, Mail> known) {
        parcel.mails().stream()
                .flatMap(mail -> Optional.ofNullable(known.get(mail.id())).stream())
                .forEach(mail -> mail.goWith(ticket.number()));
        return parcel.mails().stream()
                .filter(mail -> !known.containsKey(mail.id()))
                .map(mail -> mail.copiedTo(ticket.number()))
                .toList();
    }

    private Replay replay() {
        return new Replay(desk, mapping, numbers);
    }
}
