package dev.portico.portal.migration.control;

import dev.portico.i18n.TextFolding;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.Attributes;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.Author;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Happening;
import dev.portico.portal.ticket.entity.Opening;
import dev.portico.portal.ticket.entity.Requester;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the story of a ticket again in the terms of another desk: the same people say the same things at the same times.
 * Nothing may stand in its way any more, see {@link Obstacles}.
 *
 * @param numbers of the tickets that have come along, by their number in the tenant that they left
 */
record Replay(TenantDesk desk, Mapping mapping, Map<Long, Long> numbers) {
    /** @return a ticket as it was when it was filed */
    Ticket begin(Parcel parcel, long number, Requester requester) {
        var source = parcel.ticket();
        var severity = mapped(mapping.severity(before(parcel, EntryKind.SEVERITY, source.severity())));
        var opening = new Opening(
                desk.type().id(),
                source.subject(),
                TextFolding.fold(source.subject()),
                severity,
                desk.scale().rank(severity),
                source.product().flatMap(mapping::product),
                Attributes.ofType(desk.type(), source.attributes()),
                source.channel(),
                Optional.empty(),
                source.submissionDigest(),
                source.urgentPhrase(),
                source.follows().map(numbers::get));
        return new Ticket(number, opening, requester, beginning(parcel), source.createdAt());
    }

    /** The first status, or the desk's own where the ticket's history begins with one that is not open here. */
    private Workflow.Status beginning(Parcel parcel) {
        var first = status(before(parcel, EntryKind.STATUS, parcel.ticket().status()));
        return first.category().open()
                ? first
                : desk.workflow().status(desk.workflow().initial()).orElseThrow();
    }

    private static String before(Parcel parcel, EntryKind kind, String now) {
        return parcel.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .flatMap(TicketEntry::oldValue)
                .orElse(now);
    }

    /** All that has happened; the target ends as the source stands. */
    List<TicketEntry> go(Parcel parcel, Ticket target) {
        var told = further(parcel, target, 0);
        settle(parcel.ticket(), target).ifPresent(told::add);
        parcel.ticket().escalatedAt().ifPresent(target::keepEscalation);
        target.keepAssignee(parcel.ticket().assignee().map(Replay::same).orElse(null));
        return told;
    }

    /**
     * Only what has happened since, since somebody may have gone on with the target.
     *
     * @param after position of the last entry that has come along
     */
    List<TicketEntry> further(Parcel parcel, Ticket target, int after) {
        var told = new ArrayList<TicketEntry>();
        parcel.entries().stream().filter(entry -> entry.position() > after).forEach(entry -> tell(entry, parcel, target)
                .ifPresent(told::add));
        return told;
    }

    private Optional<TicketEntry> tell(TicketEntry entry, Parcel parcel, Ticket target) {
        var author = author(entry.author(), parcel, target);
        var at = entry.createdAt();
        return switch (entry.kind()) {
            case STATUS ->
                entry.newValue()
                        .map(this::status)
                        .filter(status -> !status.id().equals(target.status()))
                        .map(status -> target.moveTo(status, author, at));
            case SEVERITY ->
                entry.newValue()
                        .map(level -> mapped(mapping.severity(level)))
                        .filter(level -> !level.equals(target.severity()))
                        .map(level -> target.rate(level, desk.scale().rank(level), author, at));
            case FOLLOW_UP ->
                entry.newValue()
                        .map(Long::valueOf)
                        .map(numbers::get)
                        .map(number -> target.record(
                                Happening.changed(EntryKind.FOLLOW_UP, null, Long.toString(number)), author, at));
            // Whose account it is stays in the tenant that the ticket leaves; the name is in the text.
            case JOINED, LEFT -> Optional.of(target.record(named(entry), author, at));
            default -> Optional.of(target.record(same(entry), author, at));
        };
    }

    /** Where the entries do not lead to the status that the ticket has: rows that no engine of ours has written. */
    private Optional<TicketEntry> settle(Ticket source, Ticket target) {
        var status = status(source.status());
        return status.id().equals(target.status())
                ? Optional.empty()
                : Optional.of(target.moveTo(
                        status, Actor.SYSTEM.author(), source.closedAt().orElse(source.updatedAt())));
    }

    private static Happening named(TicketEntry entry) {
        return new Happening(entry.kind(), entry.internal(), entry.text(), null, null, null);
    }

    private static Happening same(TicketEntry entry) {
        return new Happening(
                entry.kind(),
                entry.internal(),
                entry.text(),
                entry.oldValue().orElse(null),
                entry.newValue().orElse(null),
                entry.submissionKey().orElse(null));
    }

    /** The requester has another subject here; other customers have none, and staff are the same everywhere. */
    private static Author author(Author author, Parcel parcel, Ticket target) {
        return switch (author.role()) {
            case CUSTOMER, CONTACT_MANAGER ->
                new Author(
                        author.role(),
                        author.subject()
                                .filter(parcel.ticket()::requestedBy)
                                .map(subject -> target.requesterSubject())
                                .orElse(null),
                        author.name());
            default -> new Author(author.role(), author.subject().orElse(null), author.name());
        };
    }

    private static Assignee same(Assignee assignee) {
        return new Assignee(assignee.subject(), assignee.name(), assignee.email(), assignee.language());
    }

    private Workflow.Status status(String id) {
        return desk.workflow().status(mapped(mapping.status(id))).orElseThrow();
    }

    private static String mapped(Optional<String> id) {
        return id.orElseThrow(() -> new IllegalStateException("A ticket with an obstacle cannot be told again"));
    }
}
