package dev.portico.mail;

import java.util.Optional;

/**
 * Why a message is taken to be a robot's.
 *
 * @param bounce what failed, of a {@link Kind#REPORT} that says so
 */
public record Automatic(Kind kind, Optional<Bounce> bounce) {

    /** In the order of precedence. */
    public enum Kind {
        /** Of a mail server about a mail that was sent: failed, late or delivered. */
        REPORT,
        /** That a mail was read, or deleted without. */
        RECEIPT,
        /** Of an absent person's mail program. */
        REPLY,
        /** Through a mailing list. */
        LIST,
        /** To many. */
        BULK,
        /** Of a program. */
        GENERATED,
        /** Without an address to return it to. */
        NULL_SENDER
    }
}
