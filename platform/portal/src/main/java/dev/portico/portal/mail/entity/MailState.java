package dev.portico.portal.mail.entity;

/** How far a mail has come. */
public enum MailState {
    QUEUED,
    SENT,
    /** Given up; somebody has to look. */
    DEAD
}
