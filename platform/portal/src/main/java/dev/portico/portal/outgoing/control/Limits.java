package dev.portico.portal.outgoing.control;

import java.time.Duration;

/**
 * How long another server is waited for.
 *
 * @param connect for a connection
 * @param silence between two pieces of the answer
 * @param whole for everything, redirects included
 */
public record Limits(Duration connect, Duration silence, Duration whole) {
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
}
