package dev.portico.portal.stop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests and jobs that have begun and must not be cut off. Thread-safe. */
@ApplicationScoped
public class WorkInProgress {
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean ending;
    private volatile boolean closed;

    /** A piece of work; closed when it is done. */
    public interface Piece extends AutoCloseable {
        @Override
        void close();
    }

    public Piece begin() {
        running.incrementAndGet();
        return this::done;
    }

    private void done() {
        if (running.decrementAndGet() == 0 && ending) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Whether the portal is about to stop: nobody should send anything new, and who can leave the rest for later should. */
    public boolean ending() {
        return ending;
    }

    /** Whether a piece that begins now would be cut off; to be asked after {@link #begin()}. */
    public boolean closed() {
        return closed;
    }

    public int running() {
        return running.get();
    }

    /**
     * Says that the portal is about to stop, and waits for what runs. For the first half of the time new work is still taken, since
     * those who send it learn of the end a little later; then it is not, or under load the end would never come.
     *
     * @return whether all of it was done in time
     */
    public boolean end(Duration patience) throws InterruptedException {
        ending = true;
        var half = patience.dividedBy(2);
        await(half);
        closed = true;
        return await(half);
    }

    private synchronized boolean await(Duration patience) throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        for (var left = patience.toNanos(); running.get() > 0 && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return running.get() == 0;
    }
}
