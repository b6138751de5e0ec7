package dev.portico.portal.ticket.entity;

/** How a ticket came in. */
public enum Channel {
    WEB,
    API,
    EMAIL
}
