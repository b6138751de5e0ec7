package dev.portico.plugin.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps a part of a plugin that fails again and again from being called. After a while one call is let through; its
 * answer closes the circuit. Not before all calls that were given up have returned, though: each try that hangs as well
 * would cost one more thread.
 */
final class CircuitBreaker {
    static final int MOST_FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final int LATEST = (1 << 2 * MOST_FAILURES) - 1;

    private final InstantSource clock;

    /** The latest calls, one bit each: set for one that failed. */
    private int failures;

    private int inside;
    private boolean trying;
    private Optional<Failing> failing = Optional.empty();

    CircuitBreaker(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the plugin may be called; if so, one of the three verdicts has to follow. */
    synchronized boolean admits() {
        var retryAt = retryAt();
        if (retryAt.isEmpty()) {
            return true;
        }
        if (trying || inside > 0 || clock.instant().isBefore(retryAt.get())) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void answered() {
        if (open() && !trying) {
            return; // it was called before the circuit opened
        }
        failures = trying ? 0 : failures << 1 & LATEST;
        trying = false;
        if (failures == 0) {
            failing = Optional.empty();
        }
    }

    /** @return whether this has opened the circuit */
    synchronized boolean failed(String why) {
        var now = clock.instant();
        failures = (failures << 1 | 1) & LATEST;
        var opens = trying || !open() && Integer.bitCount(failures) >= MOST_FAILURES;
        trying = false;
        failing = Optional.of(new Failing(
                failing.map(Failing::since).orElse(now), now, why, opens ? Optional.of(now.plus(PAUSE)) : retryAt()));
        return opens;
    }

    /**
     * A call took all the memory there was: what everybody else needs too, so one such call is enough.
     *
     * @return whether this has opened the circuit
     */
    synchronized boolean exhausted(String why) {
        var opens = !open();
        var now = clock.instant();
        failing = Optional.of(
                new Failing(failing.map(Failing::since).orElse(now), now, why, Optional.of(now.plus(PAUSE))));
        return opens;
    }

    /** What came of the call says nothing of the plugin. */
    synchronized void undecided() {
        trying = false;
    }

    synchronized void entered() {
        inside++;
    }

    synchronized void left() {
        inside--;
    }

    private boolean open() {
        return retryAt().isPresent();
    }

    private Optional<Instant> retryAt() {
        return failing.flatMap(Failing::retryAt);
    }

    /** Empty while all is well. */
    synchronized Optional<Failing> failing() {
        return failing;
    }

    /**
     * @param since the first failure after which it was never all well
     * @param retryAt when it may be tried again; empty while it is still called
     */
    record Failing(Instant since, Instant lastAt, String lastReason, Optional<Instant> retryAt) {}
}
