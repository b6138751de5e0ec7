package dev.portico.portal.extension.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What browsers escape, read strictly: UTF-8, whole escapes, and no zero, which nothing that stores text takes. */
public final class Decoding {
    /** That what was sent cannot be read: the caller's mistake. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        public Malformed(String why) {
            super(why);
        }
    }

    private Decoding() {}

    /** A segment of a path, in which a plus is a plus. */
    public static String segment(String raw) throws Malformed {
        return decoded(raw.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    /** A query or a form, as {@code application/x-www-form-urlencoded}, in the order sent. */
    public static Map<String, List<String>> fields(byte[] raw) throws Malformed {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : new String(raw, StandardCharsets.ISO_8859_1).split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.computeIfAbsent(field(name), first -> new ArrayList<>()).add(field(value));
            }
        }
        return fields;
    }

    private static String field(String raw) throws Malformed {
        return decoded(raw.getBytes(StandardCharsets.ISO_8859_1), true);
    }

    private static String decoded(byte[] raw, boolean plusIsSpace) throws Malformed {
        var bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.write(escaped(raw, i));
                i += 2;
            } else {
                bytes.write(plusIsSpace && raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return text(bytes.toByteArray());
    }

    private static int escaped(byte[] raw, int at) throws Malformed {
        var high = at + 2 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
        var low = high < 0 ? -1 : Character.digit(raw[at + 2], 16);
        if (low < 0 || high * 16 + low == 0) {
            throw new Malformed("An escape is cut off, or of zero");
        }
        return high * 16 + low;
    }

    private static String text(byte[] bytes) throws Malformed {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Malformed("There is a zero");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Malformed("It is no UTF-8");
        }
    }
}
