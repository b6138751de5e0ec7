package dev.portico.plugin.host;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who still needs something, its maker being the first, and ends it when the last gives it back. Lock-free. */
final class Holds {
    private final AtomicInteger count = new AtomicInteger(1);
    private final Runnable end;

    Holds(Runnable end) {
        this.end = end;
    }

    /** False once it has ended. */
    boolean take() {
        return count.getAndUpdate(held -> held == 0 ? 0 : held + 1) > 0;
    }

    void giveBack() {
        if (count.decrementAndGet() == 0) {
            end.run();
        }
    }
}
