package dev.portico.portal.mailbox.entity;

/** How a connection to a mail server is protected. */
public enum MailSecurity {
    TLS,
    STARTTLS,
    /** Not at all: only to servers that the installation names. */
    NONE
}
