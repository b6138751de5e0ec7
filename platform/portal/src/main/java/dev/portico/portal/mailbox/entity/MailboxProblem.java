package dev.portico.portal.mailbox.entity;

/** Why a mailbox cannot be read at the moment. */
public enum MailboxProblem {
    /** Nobody answers at this host and port. */
    UNREACHABLE,
    /** The connection cannot be protected as it should be. */
    TLS,
    /** This installation does not send passwords to that host without protection. */
    PLAIN,
    /** Its host or port is none of a mail server that anybody may use. */
    NOT_ALLOWED,
    /** The server knows no such login or password. */
    LOGIN,
    /** There is no such folder. */
    FOLDER,
    /** The password was sealed with a key that is no longer known. */
    SECRET,
    /** Too many are being tried out at the moment. */
    BUSY,
    OTHER
}
