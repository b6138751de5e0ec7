package dev.portico.launcher.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that only asking again can tell. */
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    /** True when the condition held within the limit. */
    public static boolean until(BooleanSupplier condition, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw LaunchException.of("start.interrupted");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
