package dev.portico.plugin.host.vetting;

import dev.portico.plugin.host.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks entries into memory one by one, counting what really comes out, and stops after the one with which it is too much. */
final class Unpacking {
    private static final int PIECE = 16 << 10;

    private final ByteBuffer zip;
    private final Limits limits;
    private final List<Problem> problems;
    private long unpacked;
    private boolean toldOfAll;

    Unpacking(ByteBuffer zip, Limits limits, List<Problem> problems) {
        this.zip = zip;
        this.limits = limits;
        this.problems = problems;
    }

    /** Empty for a folder, and for what is not in order, which is then among the problems. */
    Optional<byte[]> unpack(Entry entry) {
        long begin = Layout.content(zip, entry);
        if (exhausted() || begin < 0 || begin + entry.packed() > zip.limit()) {
            return Optional.empty();
        }
        if (entry.encrypted() || entry.method() != Entry.STORED && entry.method() != Entry.DEFLATED) {
            return refused("plugin.problem.unreadable-entry", entry);
        }
        var packed = zip.slice((int) begin, (int) entry.packed());
        var content = entry.method() == Entry.STORED ? stored(entry, packed) : inflated(entry, packed);
        if (content.isPresent() && entry.folder()) {
            return content.get().length == 0 ? Optional.empty() : refused("plugin.problem.folder-content", entry);
        }
        return content.filter(bytes -> !exhausted() && intact(entry, bytes));
    }

    private boolean intact(Entry entry, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        if (crc.getValue() == entry.crc() && content.length == entry.size()) {
            return true;
        }
        refused("plugin.problem.corrupt-entry", entry);
        return false;
    }

    private Optional<byte[]> stored(Entry entry, ByteBuffer packed) {
        unpacked += entry.packed();
        if (tooMuch(entry, entry.packed(), entry.packed())) {
            return Optional.empty();
        }
        var content = new byte[packed.remaining()];
        packed.get(content);
        return Optional.of(content);
    }

    private Optional<byte[]> inflated(Entry entry, ByteBuffer packed) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var content = new ByteArrayOutputStream();
            var piece = new byte[PIECE];
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                if (length == 0 && !inflater.finished()) {
                    return refused("plugin.problem.corrupt-entry", entry);
                }
                content.write(piece, 0, length);
                unpacked += length;
                if (tooMuch(entry, inflater.getBytesRead(), content.size())) {
                    return Optional.empty();
                }
            }
            return inflater.getBytesRead() == entry.packed()
                    ? Optional.of(content.toByteArray())
                    : refused("plugin.problem.corrupt-entry", entry);
        } catch (DataFormatException corrupt) {
            return refused("plugin.problem.corrupt-entry", entry);
        } finally {
            inflater.end();
        }
    }

    private boolean tooMuch(Entry entry, long packed, long size) {
        if (size > limits.entry()) {
            tell("plugin.problem.entry-too-large", entry.name(), Limits.size(limits.entry()));
        } else if (limits.tooDense(packed, size)) {
            tell("plugin.problem.too-dense", entry.name(), limits.ratio());
        } else {
            return false;
        }
        return true;
    }

    private boolean exhausted() {
        boolean tooLarge = unpacked > limits.unpacked();
        if (!tooLarge && !limits.tooDense(zip.limit(), unpacked)) {
            return false;
        }
        if (!toldOfAll) {
            toldOfAll = true;
            if (tooLarge) {
                tell("plugin.problem.unpacks-too-large", "", Limits.size(limits.unpacked()));
            } else {
                tell("plugin.problem.too-dense", "", limits.ratio());
            }
        }
        return true;
    }

    private void tell(String key, String place, Object limit) {
        problems.add(Problem.of(key, place, "limit", limit));
    }

    private Optional<byte[]> refused(String key, Entry entry) {
        problems.add(Problem.of(key, entry.name()));
        return Optional.empty();
    }
}
