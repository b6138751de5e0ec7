package dev.portico.portal.mail.entity;

/** Why a mail has not gone out. */
public enum MailProblem {
    /** The mail server takes no mails to that address, for good. */
    REFUSED,
    /** The mail server did not take it this time. */
    FAILED,
    /** The mail server could not be reached, or wanted another login. */
    UNREACHABLE,
    /** Mails to that address have come back. */
    UNDELIVERABLE
}
