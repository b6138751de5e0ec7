package dev.portico.portal.operation;

import java.lang.management.MemoryUsage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Whether memory stays full: what one collection after the other leaves behind is nearly all there may be. */
final class MemoryPressure {
    /** A plugin that fills the memory and fails of it has given it back before the last of them. */
    static final int LOOKS = 4;

    private static final double FULL = 0.97;

    private final LongSupplier collections;
    private final Supplier<MemoryUsage> left;
    private long collected;
    private int full;

    /**
     * @param collections so far
     * @param left after the latest of them
     */
    MemoryPressure(LongSupplier collections, Supplier<MemoryUsage> left) {
        this.collections = collections;
        this.left = left;
    }

    /** To be asked every few seconds; true once it was full each of the last times. */
    boolean lasts() {
        full = isFull() ? full + 1 : 0;
        return full >= LOOKS;
    }

    private boolean isFull() {
        try {
            var before = collected;
            collected = collections.getAsLong();
            var usage = left.get();
            // Without a collection since, what the latest one left says nothing of now.
            return collected > before && usage.getMax() > 0 && usage.getUsed() >= FULL * usage.getMax();
        } catch (OutOfMemoryError none) {
            return true;
        }
    }
}
