package dev.portico.portal.operation;

import java.lang.management.MemoryUsage;
import java.util.function.Supplier;

/** Whether memory stays full: what one collection after the other leaves behind is nearly all there may be. */
final class MemoryPressure {
    static final int LOOKS = 4;

    private static final double FULL = 0.97;

    private final Supplier<MemoryUsage> left;
    private final Runnable collection;
    private int full;

    /**
     * @param left after the latest collection
     * @param collection another one
     */
    MemoryPressure(Supplier<MemoryUsage> left, Runnable collection) {
        this.left = left;
        this.collection = collection;
    }

    /** To be asked every few seconds; true once it was full each of the last times. */
    boolean lasts() {
        full = isFull() ? full + 1 : 0;
        return full >= LOOKS;
    }

    // Without memory to load a class it is missing.
    private boolean isFull() {
        try {
            if (leavesTooMuch()) {
                // The latest may have been that before a plugin failed, whose memory nobody has asked for since.
                collection.run();
                return leavesTooMuch();
            }
            return false;
        } catch (OutOfMemoryError | LinkageError none) {
            return true;
        }
    }

    private boolean leavesTooMuch() {
        var usage = left.get();
        return usage.getMax() > 0 && usage.getUsed() >= FULL * usage.getMax();
    }
}
