package dev.portico.plugin.host;

import java.time.Duration;

/**
 * What a generation of a plugin may take of the portal. However many of its calls hang, no more than its own threads are
 * lost, and no other plugin waits for them.
 *
 * @param threads that run its code at a time
 * @param waiting calls that may wait for one of them
 * @param start how long making one extension may take
 */
record CallLimits(int threads, int waiting, Duration start) {
    /** A call takes milliseconds: more than this at once are calls that hang. */
    static final CallLimits STANDARD = new CallLimits(8, 64, Duration.ofSeconds(10));
}
