package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.entity.Ticket;

/**
 * Something that happened to a ticket, for those who are to be told.
 *
 * @param text what was written, empty if nothing
 * @param internal whether customers must not learn of it, whatever a manifest says
 */
record Announcement(TenantDesk desk, Ticket ticket, TicketEvent event, Actor actor, String text, boolean internal) {
    Announcement {
        internal = internal || event.internal();
    }

    Announcement(TenantDesk desk, Ticket ticket, TicketEvent event, Actor actor, String text) {
        this(desk, ticket, event, actor, text, false);
    }
}
