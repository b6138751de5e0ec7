package dev.portico.portal.ticket.control;

/** How many tickets of a type are open in a status with a severity. */
public record OpenTickets(String status, String severity, long count) {}
