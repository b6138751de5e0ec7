package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.control.KeptMailStore;
import dev.portico.portal.mailbox.control.KeptMailStore.Kept;
import dev.portico.portal.ticket.boundary.Tickets;
import dev.portico.portal.ticket.control.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The mails that a ticket was made of or that were added to it (B6), for those who see the ticket. A customer gets what is in
 * the conversation; what a robot sent, and what was put aside, is for agents.
 */
@ApplicationScoped
@Transactional
public class TicketReceivedMails {
    @Inject
    Tickets tickets;

    @Inject
    KeptMailStore mails;

    /**
     * Also of a ticket that goes on in another tenant: its mails stay.
     *
     * @throws PortalException not found, also where the actor sees the ticket, and the mail is another's
     */
    public Kept of(Actor actor, long number, String id) {
        tickets.seen(actor, number);
        return mails.ofTicket(number, id, actor.customer()).orElseThrow(PortalException::notFound);
    }

    /** Of one of these, as it came; empty once it is kept no longer. */
    byte[] raw(String id) {
        return mails.raw(id).orElse(new byte[0]);
    }
}
