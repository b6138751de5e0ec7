package dev.portico.mail;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Properties by their number, as MS-OXTNEF has them in a block; those of variable length and one value only. */
final class MapiProperties {

    static final int BODY = 0x1000;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int DATA = 0x3701;
    static final int SHORT_NAME = 0x3704;
    static final int LONG_NAME = 0x3707;
    static final int MEDIA_TYPE = 0x370E;
    static final int CONTENT_ID = 0x3712;

    private static final int STRING = 0x1E;
    private static final int UNICODE = 0x1F;
    private static final int OBJECT = 0x0D;
    private static final int BINARY = 0x102;
    private static final int MANY = 0x1000;

    private record Value(int type, byte[] bytes) {}

    private final Map<Integer, Value> values = new HashMap<>();

    /** As many as can be told. */
    static MapiProperties of(byte[] block) {
        var properties = new MapiProperties();
        try {
            properties.read(new LittleEndian(block));
        } catch (BufferUnderflowException e) {
            // The rest of a block that ends early is lost; what came before it is good.
        }
        return properties;
    }

    private void read(LittleEndian block) {
        for (var left = block.fourBytes() & 0xFFFFFFFFL; left > 0 && block.hasMore(); left--) {
            var type = block.twoBytes();
            var id = block.twoBytes();
            if (id >= 0x8000) {
                skipName(block);
            }
            var variable = isVariable(type & ~MANY);
            var count = variable || (type & MANY) != 0 ? block.fourBytes() & 0xFFFFFFFFL : 1;
            for (var i = 0L; i < count; i++) {
                if (!variable) {
                    block.skip(width(type & ~MANY));
                    continue;
                }
                var length = block.fourBytes();
                var bytes = block.block(length);
                if (block.hasMore()) {
                    block.skip((4 - length % 4) % 4);
                }
                values.putIfAbsent(id, new Value(type, bytes));
            }
        }
    }

    Optional<byte[]> bytes(int id) {
        return Optional.ofNullable(values.get(id)).map(Value::bytes);
    }

    boolean isObject(int id) {
        return Optional.ofNullable(values.get(id))
                .filter(value -> value.type == OBJECT)
                .isPresent();
    }

    /** Without the zero at its end; not blank. */
    Optional<String> text(int id, String charset) {
        return Optional.ofNullable(values.get(id))
                .map(value -> value.type == UNICODE
                        ? new String(value.bytes, StandardCharsets.UTF_16LE)
                        : Charsets.decode(withoutZero(value.bytes), Optional.of(charset), EnumSet.noneOf(Flaw.class)))
                .map(text -> text.replace("\0", ""))
                .filter(text -> !text.isBlank());
    }

    static byte[] withoutZero(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return java.util.Arrays.copyOf(bytes, end);
    }

    private static void skipName(LittleEndian block) {
        block.skip(16);
        if (block.fourBytes() == 0) {
            block.skip(4);
        } else {
            var length = block.fourBytes();
            block.skip(length);
            block.skip((4 - length % 4) % 4);
        }
    }

    private static boolean isVariable(int type) {
        return type == STRING || type == UNICODE || type == OBJECT || type == BINARY;
    }

    private static int width(int type) {
        return switch (type) {
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> 4;
        };
    }
}
