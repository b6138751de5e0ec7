package dev.portico.portal.ticket.boundary;

import dev.portico.portal.ticket.control.TicketClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What has to be told of the current tenant's promised times, a transaction a ticket. */
@ApplicationScoped
@Transactional
public class PromisedTimes {
    private static final int MOST = 100;

    @Inject
    TicketClocks clocks;

    /** Tickets to look at, so many that no tenant waits for another's thousands. */
    public List<Long> toLookAt(Instant now) {
        return clocks.toLookAt(now, MOST);
    }

    /** Tells what has not been told yet. Who comes second, here or on another node, finds it told. */
    public void look(long number, Instant now) {
        clocks.look(number, now);
    }
}
