package dev.portico.portal.mailbox.entity;

/** What proves to a mail server who logs in. */
public enum MailAuthentication {
    PASSWORD,
    /** An access token (OAuth 2.0), by XOAUTH2. */
    OAUTH2
}
