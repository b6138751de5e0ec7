package dev.portico.plugin.feed;

import java.time.Instant;

/** What came of a fetch. */
public sealed interface FeedResult {
    Feed feed();

    /** When the answer was there, or missed. */
    Instant at();

    /**
     * A document, new or not.
     *
     * @param content 4 MiB at most
     * @param type as the other system calls it, such as {@code application/json; charset=utf-8}; may be empty
     */
    record Fetched(Feed feed, Instant at, byte[] content, String type) implements FeedResult {}

    /** It is what was taken last. */
    record Unchanged(Feed feed, Instant at) implements FeedResult {}

    /**
     * There was none.
     *
     * @param detail in English, for the administrator
     */
    record Missed(Feed feed, Instant at, Reason reason, String detail) implements FeedResult {}

    /** Why there was none. */
    enum Reason {
        /** The address is not {@code https}, not public, or leads to one that is not. */
        NOT_ALLOWED,
        /** No connection, no answer in time, or an answer that broke off. */
        UNREACHABLE,
        /** An answer with another status than 200 or 304. */
        REFUSED,
        /** More than is read of a document. */
        TOO_LARGE,
        /** An answer that this plugin's own code has failed over, or was too slow for: it is told so in a second call. */
        PLUGIN
    }
}
