package dev.portico.portal.ticket.boundary;

/** A ticket, and what its reader has begun to add to it. */
public record TicketWork(TicketDetails details, UnsentWork unsent) {}
