package dev.portico.portal.outgoing.control;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/** Cuts off whatever an exchange is doing once its time is up: reading has limits between bytes only. */
final class Deadline implements AutoCloseable {
    private final Future<?> alarm;
    private @Nullable Cancellable running;
    private boolean passed;

    Deadline(ScheduledExecutorService clock, Duration whole) {
        alarm = clock.schedule(this::pass, whole.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** From now on this is what is cut off. */
    synchronized void watch(Cancellable next) {
        running = next;
        if (passed) {
            next.cancel();
        }
    }

    private synchronized void pass() {
        passed = true;
        if (running != null) {
            running.cancel();
        }
    }

    synchronized boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
