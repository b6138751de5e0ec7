package dev.portico.portal.mailbox.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Bounds the bytes of mails that are in memory for one purpose at a time, whosever they are; who comes first is first. */
public final class MailMemory {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final long bytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Object> queue = new ArrayDeque<>();
    private long free;

    /** @param bytes one mail takes half of them at most, even where it is larger: another one goes beside it */
    public MailMemory(long bytes) {
        this.bytes = Math.max(1, bytes);
        this.free = this.bytes;
    }

    /** As much as a process can spare for it: a mail is there several times over while it is worked with. */
    public static MailMemory usual() {
        return new MailMemory(Runtime.getRuntime().maxMemory() / 16);
    }

    /**
     * Waits until there is room.
     *
     * @param over whether nobody needs it any more
     */
    public Share take(long size, BooleanSupplier over) {
        var wanted = Math.max(1, Math.min(size, bytes / 2));
        var place = new Object();
        lock.lock();
        try {
            queue.add(place);
            while (!over.getAsBoolean()) {
                if (queue.peek() == place && free >= wanted) {
                    free -= wanted;
                    return new Share(this, wanted);
                }
                changed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.remove(place);
            changed.signalAll();
            lock.unlock();
        }
        return new Share(this, 0);
    }

    private void giveBack(long share) {
        lock.lock();
        try {
            free += share;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Room that is taken until it is closed, once. */
    public record Share(MailMemory from, long bytes) implements AutoCloseable {
        /** Whether there was room in time. */
        public boolean given() {
            return bytes > 0;
        }

        @Override
        public void close() {
            from.giveBack(bytes);
        }
    }
}
