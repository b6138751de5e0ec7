package dev.portico.plugin.host.vetting;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip archive written byte by byte, so that it can lie where a library would not. */
final class RawZip {
    private final List<Item> items = new ArrayList<>();
    private byte[] comment = {};
    private byte[] beforeDirectory = {};
    private int countOffBy;

    /** What is said of an entry; what the local header says can differ from what the directory says. */
    static final class Item {
        byte[] localName;
        byte[] name;
        byte[] packed;
        int flags = 1 << 11;
        int method;
        long crc;
        long localSize;
        long size;
        int madeBy;
        int mode;
        byte[] extra = {};
        byte[] after = {};
        long offset = -1;
    }

    RawZip add(String name, byte[] content) {
        return add(name, content, item -> {});
    }

    RawZip add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    RawZip add(String name, byte[] content, Consumer<Item> lie) {
        var item = new Item();
        item.name = name.getBytes(StandardCharsets.UTF_8);
        item.localName = item.name;
        item.packed = content;
        item.crc = crc(content);
        item.size = content.length;
        item.localSize = content.length;
        lie.accept(item);
        items.add(item);
        return this;
    }

    /** An entry of so many zero bytes. */
    RawZip addDeflated(String name, long zeros, Consumer<Item> lie) {
        var crc = new CRC32();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var out = new ByteArrayOutputStream();
        var zero = new byte[1 << 16];
        var piece = new byte[1 << 16];
        for (long left = zeros; left > 0; left -= zero.length) {
            int length = (int) Math.min(left, zero.length);
            crc.update(zero, 0, length);
            deflater.setInput(zero, 0, length);
            while (!deflater.needsInput()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return add(name, out.toByteArray(), item -> {
            item.method = 8;
            item.crc = crc.getValue();
            item.size = zeros;
            item.localSize = zeros;
            lie.accept(item);
        });
    }

    RawZip comment(String text) {
        comment = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    RawZip beforeDirectory(String text) {
        beforeDirectory = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    RawZip countOffBy(int difference) {
        countOffBy = difference;
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        for (var item : items) {
            item.offset = item.offset < 0 ? out.size() : item.offset;
            out.writeBytes(local(item));
        }
        out.writeBytes(beforeDirectory);
        int directory = out.size();
        items.forEach(item -> out.writeBytes(central(item)));
        out.writeBytes(end(directory, out.size() - directory));
        return out.toByteArray();
    }

    private static byte[] local(Item item) {
        return buffer(30 + item.localName.length + item.packed.length + item.after.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) item.flags)
                .putShort((short) item.method)
                .putInt(0)
                .putInt((int) item.crc)
                .putInt(item.packed.length)
                .putInt((int) item.localSize)
                .putShort((short) item.localName.length)
                .putShort((short) 0)
                .put(item.localName)
                .put(item.packed)
                .put(item.after)
                .array();
    }

    private static byte[] central(Item item) {
        return buffer(46 + item.name.length + item.extra.length)
                .putInt(0x02014b50)
                .putShort((short) (item.madeBy << 8 | 20))
                .putShort((short) 20)
                .putShort((short) item.flags)
                .putShort((short) item.method)
                .putInt(0)
                .putInt((int) item.crc)
                .putInt(item.packed.length)
                .putInt((int) item.size)
                .putShort((short) item.name.length)
                .putShort((short) item.extra.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(item.mode << 16)
                .putInt((int) item.offset)
                .put(item.name)
                .put(item.extra)
                .array();
    }

    private byte[] end(int offset, int length) {
        return buffer(22 + comment.length)
                .putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) (items.size() + countOffBy))
                .putShort((short) (items.size() + countOffBy))
                .putInt(length)
                .putInt(offset)
                .putShort((short) comment.length)
                .put(comment)
                .array();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
