package dev.portico.portal.sla.control;

import dev.portico.portal.sla.entity.TicketClock;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Clocks of the current tenant's tickets. */
@ApplicationScoped
public class ClockStore {
    @Inject
    TenantEntities entities;

    public void add(TicketClock clock) {
        entities.manager().persist(clock);
    }

    public void remove(TicketClock clock) {
        entities.manager().remove(clock);
    }

    public List<TicketClock> ofTicket(long number) {
        return entities.manager()
                .createQuery("select c from TicketClock c where c.ticketNumber = :number", TicketClock.class)
                .setParameter("number", number)
                .getResultList();
    }

    /** Tickets of which somebody has to be told something by {@code now}, the longest due first. */
    public List<Long> toLookAt(Instant now, int most) {
        return entities.manager()
                .createQuery(
                        "select c.ticketNumber from TicketClock c where c.lookAt <= :now order by c.lookAt,"
                                + " c.ticketNumber",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Tickets whose times were counted on other terms than {@code valid}. */
    public List<Long> onOtherTerms(Collection<String> valid, int most) {
        return entities.manager()
                .createQuery(
                        "select c.ticketNumber from TicketClock c where c.state in ('RUNNING', 'PAUSED') and c.terms"
                                + " not in :valid order by c.ticketNumber",
                        Long.class)
                .setParameter("valid", valid)
                .setMaxResults(most)
                .getResultList();
    }
}
