package dev.portico.plugin.manifest;

/** What can happen to a ticket; notification rules and automatic transitions name these. */
public enum TicketEvent {
    CREATED,
    URGENT,
    CUSTOMER_COMMENTED,
    AGENT_REPLIED,
    NOTE_ADDED,
    ATTACHED,
    STATUS_CHANGED,
    SEVERITY_CHANGED,
    ASSIGNED,
    CLOSED
}
