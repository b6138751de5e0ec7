package dev.portico.portal.mail.entity;

/** How far a mail has come. */
public enum MailState {
    QUEUED,
    SENT,
    /** Given up; somebody has to look. */
    DEAD,
    /** Not sent, since its address is marked as one that mails do not reach. */
    WITHHELD,
    /** Another tenant sends it, or has given it up: here it only tells what was written. */
    ELSEWHERE
}
