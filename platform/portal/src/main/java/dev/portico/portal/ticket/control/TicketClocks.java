package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.Sla;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.sla.control.BusinessCalendars;
import dev.portico.portal.sla.control.ClockStore;
import dev.portico.portal.sla.control.History;
import dev.portico.portal.sla.control.SlaClock;
import dev.portico.portal.sla.control.Terms;
import dev.portico.portal.sla.entity.Reading;
import dev.portico.portal.sla.entity.TicketClock;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Happening;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The promised times of tickets (D3): read off their entries, kept where a worker finds them, told of once. */
@ApplicationScoped
public class TicketClocks {
    /** Where the plugin that made the promise is away. */
    private static final Duration LATER = Duration.ofHours(1);

    @Inject
    TicketStore tickets;

    @Inject
    ClockStore clocks;

    @Inject
    BusinessCalendars calendars;

    @Inject
    TenantDesks desks;

    @Inject
    Notifier notifier;

    @Inject
    Event<TicketHappened> happened;

    private record Raised(Reading reading, TicketClock.Alarm alarm) {}

    /** Of a ticket that is about to be stored. */
    void start(TenantDesk desk, Ticket ticket, Instant now) {
        keep(desk, ticket, List.of(), List.of(), now);
    }

    /**
     * Of a ticket that is about to be stored with a history of its own: what was late there is known, and told to nobody
     * again.
     */
    public void resume(TenantDesk desk, Ticket ticket, List<TicketEntry> entries, Instant now) {
        if (!desk.type().sla().isEmpty()) {
            keep(desk, ticket, entries, List.of(), now, alarm -> {});
        }
    }

    /** Of a ticket that goes on elsewhere. */
    public void end(long number) {
        clocks.ofTicket(number).forEach(clocks::remove);
    }

    /** After something happened to a ticket that is locked. */
    void update(TenantDesk desk, Ticket ticket, Instant now) {
        if (!desk.type().sla().isEmpty()) {
            tickets.flush();
            keep(desk, ticket, tickets.turns(ticket.number()), clocks.ofTicket(ticket.number()), now);
        }
    }

    /** What has to be told by now of a ticket, or was counted on other terms. */
    public void look(long number, Instant now) {
        tickets.lock(number).filter(ticket -> ticket.successor().isEmpty()).ifPresent(ticket -> desks.ofType(
                        ticket.type())
                .ifPresentOrElse(
                        desk -> keep(desk, ticket, tickets.turns(number), clocks.ofTicket(number), now),
                        () -> clocks.ofTicket(number).forEach(clock -> clock.postpone(now.plus(LATER)))));
    }

    /** Tickets that have to be looked at. */
    public List<Long> toLookAt(Instant now, int most) {
        var due = clocks.toLookAt(now, most);
        return due.isEmpty() ? onOtherTerms(most) : due;
    }

    private List<Long> onOtherTerms(int most) {
        var valid = desks.all().stream()
                .flatMap(desk -> desk.type().sla().stream())
                .map(this::terms)
                .toList();
        return valid.isEmpty() ? List.of() : clocks.onOtherTerms(valid, most);
    }

    /** How the promises stand, of a ticket with these entries. */
    public List<Reading> readings(TenantDesk desk, Ticket ticket, List<TicketEntry> entries, Instant now) {
        if (desk.type().sla().isEmpty()) {
            return List.of();
        }
        var history = history(desk, ticket, entries);
        return desk.type().sla().stream()
                .flatMap(sla -> clock(sla).read(history, now).stream())
                .toList();
    }

    private void keep(TenantDesk desk, Ticket ticket, List<TicketEntry> entries, List<TicketClock> known, Instant now) {
        keep(desk, ticket, entries, known, now, alarm -> tell(desk, ticket, alarm, now));
    }

    private void keep(
            TenantDesk desk,
            Ticket ticket,
            List<TicketEntry> entries,
            List<TicketClock> known,
            Instant now,
            Consumer<Raised> tell) {
        var promises = desk.type().sla();
        var history = history(desk, ticket, entries);
        known.stream()
                .filter(clock -> promises.stream()
                        .noneMatch(sla -> sla.metric().name().equals(clock.metric())
                                && sla.target(ticket.severity()).isPresent()))
                .forEach(clocks::remove);
        var due = promises.stream()
                .flatMap(sla -> clock(sla).read(history, now).stream()
                        .flatMap(reading -> keep(ticket, sla, reading, known, now, tell)))
                .min(Instant::compareTo);
        ticket.owedBy(due.orElse(null));
    }

    /** @return when what is still owed is over */
    private Stream<Instant> keep(
            Ticket ticket, Sla sla, Reading reading, List<TicketClock> known, Instant now, Consumer<Raised> tell) {
        var metric = sla.metric().name();
        var clock = known.stream()
                .filter(each -> each.metric().equals(metric))
                .findFirst()
                .orElseGet(() -> added(new TicketClock(ticket.number(), metric)));
        clock.take(reading, terms(sla), now).ifPresent(alarm -> tell.accept(new Raised(reading, alarm)));
        return clock.dueAt().stream();
    }

    private TicketClock added(TicketClock clock) {
        clocks.add(clock);
        return clock;
    }

    private void tell(TenantDesk desk, Ticket ticket, Raised raised, Instant now) {
        var breach = raised.alarm() == TicketClock.Alarm.BREACH;
        var reading = raised.reading();
        var due = reading.dueAt().map(Objects::toString).orElse(null);
        var kind = breach ? EntryKind.SLA_BREACH : EntryKind.SLA_WARNING;
        var entry = Happening.changed(kind, reading.metric().name(), due).asInternal();
        tickets.add(ticket.record(entry, Actor.SYSTEM.author(), now));
        var event = breach ? TicketEvent.SLA_BREACHED : TicketEvent.SLA_WARNING;
        happened.fire(TicketHappened.at(desk, event));
        notifier.announce(new Announcement(desk, ticket, event, Actor.SYSTEM, ""));
    }

    private SlaClock clock(Sla sla) {
        return new SlaClock(sla, calendars.current().calendar());
    }

    private String terms(Sla sla) {
        return Terms.of(sla, calendars.current().terms());
    }

    private static History history(TenantDesk desk, Ticket ticket, List<TicketEntry> entries) {
        var first = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.STATUS)
                .findFirst()
                .flatMap(TicketEntry::oldValue)
                .orElse(ticket.status());
        var events =
                entries.stream().flatMap(entry -> event(desk, entry).stream()).toList();
        return new History(ticket.createdAt(), first, ticket.severity(), events);
    }

    private static Optional<History.Event> event(TenantDesk desk, TicketEntry entry) {
        return switch (entry.kind()) {
            case REPLY -> Optional.of(new History.Answered(entry.createdAt()));
            case STATUS -> entry.newValue().map(status -> moved(desk, entry, status));
            default -> Optional.empty();
        };
    }

    private static History.Event moved(TenantDesk desk, TicketEntry entry, String status) {
        var category =
                desk.workflow().status(status).map(found -> found.category()).orElse(StatusCategory.ACTIVE);
        var settled = entry.author().role() == Role.AGENT
                && (category == StatusCategory.RESOLVED || category == StatusCategory.CLOSED);
        return new History.Moved(entry.createdAt(), status, category.open(), settled);
    }
}
