package dev.portico.portal.outgoing.control;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of asking another server. */
public sealed interface Exchange {
    /**
     * Its answer, whatever the status.
     *
     * @param headers by name in lower case, the first of each
     * @param body decompressed
     */
    record Answer(int status, Map<String, String> headers, byte[] body) implements Exchange {
        /** @param name in any case */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * There is no answer to be had.
     *
     * @param detail in English, for administrators
     */
    record Refusal(Reason reason, String detail) implements Exchange {}

    /** Why there is none. */
    enum Reason {
        /** The address, or one that it leads to, is not https, not public, or no address. */
        NOT_ALLOWED,
        /** No connection, no answer in time, or one that broke off. */
        UNREACHABLE,
        /** More than is read. */
        TOO_LARGE
    }
}
