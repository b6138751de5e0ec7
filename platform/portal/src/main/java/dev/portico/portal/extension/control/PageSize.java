package dev.portico.portal.extension.control;

import java.util.List;

/** How much of a page has been read so far: one without end would be built in memory, and take the portal with it. */
public final class PageSize {
    private static final int MOST_BLOCKS = 500;
    private static final int MOST_PARTS = 20_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private long blocks;
    private long parts;
    private long characters;

    /** @throws IllegalArgumentException if these are too many */
    public <T> List<T> blocks(List<T> more) {
        blocks += more.size();
        return within(more, blocks, MOST_BLOCKS, "blocks");
    }

    /**
     * Rows, events, links and whatever else there may be many of in a block.
     *
     * @throws IllegalArgumentException if these are too many
     */
    public <T> List<T> parts(List<T> more) {
        parts += more.size();
        return within(more, parts, MOST_PARTS, "parts");
    }

    /** @throws IllegalArgumentException if this is too much */
    public String text(String more) {
        characters += more.length();
        return within(more, characters, MOST_CHARACTERS, "characters");
    }

    private static <T> T within(T more, long sum, long most, String what) {
        if (sum > most) {
            throw new IllegalArgumentException("The page has more than " + most + " " + what);
        }
        return more;
    }
}
