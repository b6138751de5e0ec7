package dev.portico.portal.mail.control;

/**
 * That a mail comes of a subscription, and how to be rid of it.
 *
 * @param reason why the reader gets it, in the reader's language
 * @param manage where the reader changes what comes
 * @param leave where the reader ends it; mail programs may POST to the same address (RFC 8058)
 */
public record Unsubscribing(String reason, Action manage, Action leave) {}
