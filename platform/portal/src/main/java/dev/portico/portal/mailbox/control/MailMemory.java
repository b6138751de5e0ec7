package dev.portico.portal.mailbox.control;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Bounds the bytes of mails that are fetched at a time, whichever mailboxes they are in; who comes first is first. */
public final class MailMemory {
    private static final int UNIT = 1024;
    private static final long LOOK_MILLIS = 500;

    private final int units;
    private final Semaphore free;

    /** @param bytes one mail may have all of them, even where it is larger */
    public MailMemory(long bytes) {
        units = units(bytes);
        free = new Semaphore(units, true);
    }

    private static int units(long bytes) {
        return (int) Math.min(Math.max(1, bytes / UNIT), Integer.MAX_VALUE);
    }

    /**
     * Waits until there is room.
     *
     * @param over whether nobody needs it any more
     */
    public Share take(long bytes, BooleanSupplier over) {
        var wanted = Math.min(units(bytes), units);
        try {
            while (!over.getAsBoolean()) {
                if (free.tryAcquire(wanted, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return new Share(free, wanted);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Share(free, 0);
    }

    /** Room that is taken until it is closed, once. */
    public record Share(Semaphore from, int units) implements AutoCloseable {
        /** Whether there was room in time. */
        public boolean given() {
            return units > 0;
        }

        @Override
        public void close() {
            from.release(units);
        }
    }
}
