package dev.portico.plugin.host.vetting;

/**
 * How large a plugin may be.
 *
 * @param bytes of the jar
 * @param unpacked bytes of all its entries, measured
 * @param entry bytes of one entry, measured
 * @param entries how many
 * @param ratio unpacked bytes for each packed one; looked at beyond {@link #HARMLESS} only
 */
public record Limits(long bytes, long unpacked, long entry, int entries, int ratio) {
    /** Unpacked bytes that do no harm however well they were packed: a text of blanks packs a thousand to one. */
    static final long HARMLESS = 1L << 20;

    private static final long MIB = 1L << 20;

    /** A jar is examined in memory, some three times over, beside a portal that does with 320 MiB. */
    public static final Limits STANDARD = new Limits(32 * MIB, 128 * MIB, 16 * MIB, 10_000, 100);

    public Limits {
        if (bytes < 1 || bytes >= Integer.MAX_VALUE || entry >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A jar and each of its entries has to fit into memory");
        }
    }

    boolean tooDense(long packed, long unpacked) {
        return unpacked > HARMLESS && unpacked / ratio > packed;
    }

    static String size(long bytes) {
        return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " B";
    }
}
