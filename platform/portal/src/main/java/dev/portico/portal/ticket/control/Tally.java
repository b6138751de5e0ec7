package dev.portico.portal.ticket.control;

import org.jspecify.annotations.Nullable;

/** How many tickets there are: of each that is not in the archive, and in the archive. */
public record Tally(long open, long closed, long archived) {
    /** Sums over no row are null. */
    public Tally(@Nullable Long open, @Nullable Long closed, @Nullable Long archived) {
        this(orZero(open), orZero(closed), orZero(archived));
    }

    private static long orZero(@Nullable Long sum) {
        return sum == null ? 0L : sum.longValue();
    }

    /** Without the archive. */
    public long all() {
        return open + closed;
    }

    public long of(TicketQuery.Filter filter) {
        return switch (filter) {
            case ALL -> all();
            case OPEN -> open;
            case CLOSED -> closed;
            case ARCHIVED -> archived;
        };
    }
}
