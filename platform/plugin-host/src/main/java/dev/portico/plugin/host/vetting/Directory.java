package dev.portico.plugin.host.vetting;

import dev.portico.plugin.host.Problem;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The directory at the end of a zip archive, which every reader goes by.
 *
 * @param offset where it begins, and what is before it are the entries
 */
record Directory(List<Entry> entries, long offset) {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int UNIX = 3;
    /** Extra fields that give other sizes (zip64) or another name than the header does. */
    private static final List<Integer> OVERRIDING = List.of(0x0001, 0x7075);

    /** Empty if the archive as a whole is of no use, which is then among the problems. */
    static Optional<Directory> read(ByteBuffer zip, Limits limits, List<Problem> problems) {
        if (zip.limit() < Integer.BYTES || zip.getInt(0) != LOCAL) {
            return refused("plugin.problem.no-zip", problems);
        }
        int end = zip.limit() - END_LENGTH;
        if (end < 0 || zip.getInt(end) != END) {
            return refused(endBefore(zip) ? "plugin.problem.trailing" : "plugin.problem.truncated", problems);
        }
        try {
            return read(zip, end, limits, problems);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException pastTheEnd) {
            return refused("plugin.problem.malformed", problems);
        }
    }

    private static boolean endBefore(ByteBuffer zip) {
        for (int at = zip.limit() - END_LENGTH - 1; at >= Math.max(0, zip.limit() - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Directory> read(ByteBuffer zip, int end, Limits limits, List<Problem> problems) {
        zip.position(end + Integer.BYTES);
        int disks = zip.getInt();
        int here = zip.getShort() & 0xFFFF;
        int count = zip.getShort() & 0xFFFF;
        long length = zip.getInt() & 0xFFFF_FFFFL;
        long offset = zip.getInt() & 0xFFFF_FFFFL;
        if (disks != 0 || here != count || zip.getShort() != 0 || offset + length != end) {
            return refused("plugin.problem.malformed", problems);
        }
        if (count > limits.entries()) {
            problems.add(Problem.of("plugin.problem.too-many-entries", "", "limit", limits.entries()));
            return Optional.empty();
        }
        var entries = new ArrayList<Entry>();
        zip.position((int) offset);
        for (int i = 0; i < count; i++) {
            entries.add(entry(zip, problems));
        }
        return zip.position() == end
                ? Optional.of(new Directory(List.copyOf(entries), offset))
                : refused("plugin.problem.malformed", problems);
    }

    private static Entry entry(ByteBuffer zip, List<Problem> problems) {
        if (zip.getInt() != CENTRAL) {
            throw new IllegalArgumentException("no entry where the directory should have one");
        }
        int madeBy = zip.getShort() >> 8 & 0xFF;
        zip.getShort();
        int flags = zip.getShort() & 0xFFFF;
        int method = zip.getShort() & 0xFFFF;
        zip.getInt();
        long crc = zip.getInt() & 0xFFFF_FFFFL;
        long packed = zip.getInt() & 0xFFFF_FFFFL;
        long size = zip.getInt() & 0xFFFF_FFFFL;
        int nameLength = zip.getShort() & 0xFFFF;
        int extraLength = zip.getShort() & 0xFFFF;
        int commentLength = zip.getShort() & 0xFFFF;
        int disk = zip.getShort() & 0xFFFF;
        zip.getShort();
        int mode = madeBy == UNIX ? zip.getInt() >>> 16 : zip.getInt() & 0;
        long offset = zip.getInt() & 0xFFFF_FFFFL;
        var rawName = take(zip, nameLength);
        var entry = new Entry(Entry.shown(rawName), rawName, flags, method, crc, packed, size, offset, mode);
        if (disk != 0 || overrides(take(zip, extraLength))) {
            problems.add(Problem.of("plugin.problem.ambiguous-entry", entry.name()));
        }
        take(zip, commentLength);
        return entry;
    }

    static boolean overrides(ByteBuffer extra) {
        while (extra.remaining() >= 2 * Short.BYTES) {
            if (OVERRIDING.contains(extra.getShort() & 0xFFFF)) {
                return true;
            }
            take(extra, Math.min(extra.getShort() & 0xFFFF, extra.remaining()));
        }
        return false;
    }

    static ByteBuffer take(ByteBuffer zip, int length) {
        var taken = zip.slice(zip.position(), length).order(zip.order());
        zip.position(zip.position() + length);
        return taken;
    }

    private static <T> Optional<T> refused(String key, List<Problem> problems) {
        problems.add(Problem.of(key, ""));
        return Optional.empty();
    }
}
