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
    /** The password or client secret was sealed with a key that is no longer known. */
    SECRET,
    /** The refresh token was. */
    STORED_REFRESH_TOKEN,
    /** Nobody answers at the address for access tokens, or not as such an address does. */
    TOKEN_UNREACHABLE,
    /** The address for access tokens is not https, or not public. */
    TOKEN_NOT_ALLOWED,
    /** Whoever gives access tokens knows no such client or secret, or does not let it ask in this way. */
    CLIENT,
    /** There is no such scope, or not for this client. */
    SCOPE,
    /** The refresh token has expired, or was withdrawn. */
    REFRESH_TOKEN,
    /** No access token is given for another reason. */
    TOKEN_REFUSED,
    /** The mail server does not take the access token for this login. */
    TOKEN_LOGIN,
    /** The mail server takes no access tokens at all. */
    NO_TOKENS,
    /** Too many are being tried out at the moment. */
    BUSY,
    OTHER
}
