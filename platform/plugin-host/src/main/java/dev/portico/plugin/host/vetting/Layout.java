package dev.portico.plugin.host.vetting;

import dev.portico.plugin.host.Problem;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;

/**
 * The entries lie one after the other from the first byte to the directory, and each says of itself what the directory
 * says of it: a reader that goes from the front finds the same as one that goes by the directory, and there is room for
 * nothing else.
 */
record Layout(ByteBuffer zip, List<Problem> problems) {
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    static final int HEADER_LENGTH = 30;
    private static final int NAME_LENGTH_AT = 26;

    void check(Directory directory) {
        long expected = 0;
        var last = "";
        for (var entry : directory.entries().stream()
                .sorted(Comparator.comparingLong(Entry::offset))
                .toList()) {
            if (entry.offset() != expected) {
                tell(entry.offset() < expected ? "plugin.problem.overlap" : "plugin.problem.hidden", entry.name());
            }
            expected = end(entry, directory.offset());
            last = entry.name();
        }
        if (expected != directory.offset()) {
            tell(directory.offset() < expected ? "plugin.problem.overlap" : "plugin.problem.hidden", last);
        }
    }

    /** Where the next one begins. */
    private long end(Entry entry, long limit) {
        long content = content(zip, entry);
        long end = content + entry.packed();
        if (content < 0 || end > limit) {
            tell("plugin.problem.disagrees", entry.name());
            return Math.max(entry.offset(), 0);
        }
        if (!agrees(entry)) {
            tell("plugin.problem.disagrees", entry.name());
        }
        return entry.sizesFollow() ? end + descriptor(entry, (int) end, limit) : end;
    }

    /** Where the content begins; negative where there is no header of that entry. */
    static long content(ByteBuffer zip, Entry entry) {
        if (entry.offset() + HEADER_LENGTH > zip.limit() || zip.getInt((int) entry.offset()) != LOCAL) {
            return -1;
        }
        int lengths = (int) entry.offset() + NAME_LENGTH_AT;
        return entry.offset()
                + HEADER_LENGTH
                + (zip.getShort(lengths) & 0xFFFF)
                + (zip.getShort(lengths + Short.BYTES) & 0xFFFF);
    }

    private boolean agrees(Entry entry) {
        var header = zip.duplicate().order(zip.order()).position((int) entry.offset() + Integer.BYTES + Short.BYTES);
        boolean same = (header.getShort() & 0xFFFF) == entry.flags() & (header.getShort() & 0xFFFF) == entry.method();
        header.getInt();
        same &= agrees(entry, header.getInt(), entry.crc());
        same &= agrees(entry, header.getInt(), entry.packed());
        same &= agrees(entry, header.getInt(), entry.size());
        int nameLength = header.getShort() & 0xFFFF;
        int extraLength = header.getShort() & 0xFFFF;
        same &= Directory.take(header, nameLength).equals(entry.rawName());
        return same && !Directory.overrides(Directory.take(header, extraLength));
    }

    private static boolean agrees(Entry entry, int here, long there) {
        long value = here & 0xFFFF_FFFFL;
        return value == there || entry.sizesFollow() && value == 0;
    }

    /** Its length; a signature before it is usual, though not demanded. */
    private int descriptor(Entry entry, int at, long limit) {
        int signed = at + 4 * Integer.BYTES <= limit && zip.getInt(at) == DESCRIPTOR ? Integer.BYTES : 0;
        int values = at + signed;
        if (values + 3 * Integer.BYTES > limit
                || (zip.getInt(values) & 0xFFFF_FFFFL) != entry.crc()
                || (zip.getInt(values + Integer.BYTES) & 0xFFFF_FFFFL) != entry.packed()
                || (zip.getInt(values + 2 * Integer.BYTES) & 0xFFFF_FFFFL) != entry.size()) {
            tell("plugin.problem.disagrees", entry.name());
            return 0;
        }
        return signed + 3 * Integer.BYTES;
    }

    private void tell(String key, String place) {
        problems.add(Problem.of(key, place));
    }
}
