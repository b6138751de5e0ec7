package dev.portico.portal.mailbox.entity;

/** What became of a mail that came in. */
public enum MailState {
    /** It is kept, and its turn comes. */
    WAITING,
    /** It made a ticket. */
    TICKET,
    /** It was added to a ticket. */
    COMMENT,
    /** Nothing was to be done. */
    IGNORED,
    /** Whoever sent it was told that no ticket comes of it. */
    ANSWERED,
    /** Somebody has to look at it. */
    ASIDE
}
