package dev.portico.portal.ticket.entity;

/** What an entry records. The first four are the conversation. */
public enum EntryKind {
    DESCRIPTION(true),
    COMMENT(true),
    REPLY(true),
    NOTE(true),
    STATUS(false),
    SEVERITY(false),
    ASSIGNMENT(false),
    URGENCY(false),
    ATTACHMENT(false),
    FOLLOW_UP(false),
    /** It is about a known issue: old value its reference, new value its title at that time. */
    ISSUE(false),
    SLA_WARNING(false),
    SLA_BREACH(false),
    /** Its organization asks for more haste; new value why. */
    ESCALATION(false),
    DE_ESCALATION(false),
    /** Somebody takes part from now on, or no longer: the text is their name, the new value their subject. */
    JOINED(false),
    LEFT(false),
    /** It came from another tenant's desk: old value the tenant, new value the number there. */
    MOVED(false);

    private final boolean message;

    EntryKind(boolean message) {
        this.message = message;
    }

    public boolean message() {
        return message;
    }
}
