package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.Workflow.Timed;
import dev.portico.portal.plugin.control.TenantDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Moves tickets that have been in a status for as long as their desk declares (D5). */
@ApplicationScoped
public class TimedTransitions {
    @Inject
    DueTicketStore due;

    @Inject
    TicketStore store;

    @Inject
    TicketClocks clocks;

    @Inject
    Notifier notifier;

    @Inject
    Event<TicketHappened> happened;

    public List<Long> due(TenantDesk desk, Timed move, Instant now, int most) {
        return due.due(desk.type().id(), move, now, most);
    }

    /** @return false where somebody has the ticket in hand just now, or it is due no longer */
    public boolean carryOut(TenantDesk desk, Timed move, Instant now, long number) {
        if (!due.claim(desk.type().id(), move, now, number)) {
            return false;
        }
        var ticket = store.lock(number).orElseThrow();
        var target = desk.workflow().status(move.to()).orElseThrow();
        store.add(ticket.moveTo(target, Actor.SYSTEM.author(), now.truncatedTo(ChronoUnit.MICROS)));
        clocks.update(desk, ticket, now);
        happened.fire(TicketHappened.at(desk, TicketEvent.TIMED));
        notifier.announce(new Announcement(desk, ticket, TicketEvent.TIMED, Actor.SYSTEM, ""));
        return true;
    }
}
