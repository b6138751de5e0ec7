package dev.portico.plugin.manifest;

/**
 * What can happen to a ticket; notification rules and automatic transitions name these. One act raises one
 * event, but for {@link #URGENT}, so that nobody gets two mails for it.
 */
public enum TicketEvent {
    CREATED,
    /** Beside {@link #CREATED}: an urgency policy found the ticket urgent. */
    URGENT,
    CUSTOMER_COMMENTED,
    AGENT_REPLIED,
    /** An internal note, which customers never see: no rule may send it to the requester. */
    NOTE_ADDED,
    /** Files were added to an existing ticket, without a comment. */
    ATTACHED,
    /**
     * Somebody set another status that is not {@linkplain StatusCategory#CLOSED closed}. An automatic transition does
     * not raise it: the event that caused the transition tells of the new status.
     */
    STATUS_CHANGED,
    /**
     * A {@linkplain Workflow.Timed timed transition} moved the ticket; in place of {@link #STATUS_CHANGED} and {@link
     * #CLOSED}, so that nobody gets a mail about it unless a desk declares one.
     */
    TIMED,
    /** Another level of the type's scale was set, whatever the desk calls its scale. */
    SEVERITY_CHANGED,
    /** Somebody has the ticket now; not that nobody has it any more. */
    ASSIGNED,
    /** Its organization asks for more haste, with a reason; since version 1.2. */
    ESCALATED,
    /** In place of {@link #STATUS_CHANGED} when the new status is {@linkplain StatusCategory#CLOSED closed}. */
    CLOSED,
    /** A promised time is nearly over; told once, never to the requester. */
    SLA_WARNING,
    /** A promised time passed unmet; told once, never to the requester. */
    SLA_BREACHED;

    /** Whether it concerns only those who answer. */
    public boolean internal() {
        return this == NOTE_ADDED || this == SLA_WARNING || this == SLA_BREACHED;
    }
}
