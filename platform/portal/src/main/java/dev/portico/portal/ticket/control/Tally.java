package dev.portico.portal.ticket.control;

import org.jspecify.annotations.Nullable;

/** How many tickets there are. */
public record Tally(long open, long closed) {
    /** Sums over no row are null. */
    public Tally(@Nullable Long open, @Nullable Long closed) {
        this(open == null ? 0L : open.longValue(), closed == null ? 0L : closed.longValue());
    }

    public long all() {
        return open + closed;
    }
}
