package dev.portico.portal.ticket.entity;

/** What somebody has to do with a ticket. */
public enum Part {
    /** It is theirs. */
    REQUESTER,
    /** A mail was sent to them as well, and nobody has decided whether they take part. */
    NAMED,
    /** Sees this one ticket, and is told what the requester is told. */
    TAKING_PART,
    /** Takes part no longer, or never shall: another mail in copy changes nothing. */
    DECLINED
}
