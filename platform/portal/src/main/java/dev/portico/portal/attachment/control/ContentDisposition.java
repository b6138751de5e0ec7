package dev.portico.portal.attachment.control;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/** The header that makes a download of an answer (RFC 6266), with the name for old clients and for all others (RFC 8187). */
public final class ContentDisposition {
    private static final String PLAIN_IN_EXTENDED = "!#$&+-.^_`|~";
    private static final String UNSAFE_IN_QUOTES = "\"\\%";

    private ContentDisposition() {}

    public static String attachment(String name) {
        return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + extended(name);
    }

    private static String ascii(String name) {
        var plain = new StringBuilder();
        Normalizer.normalize(name, Form.NFD)
                .codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .forEach(codePoint -> plain.append(quotable(codePoint) ? (char) codePoint : '_'));
        return plain.toString();
    }

    private static boolean quotable(int codePoint) {
        return codePoint >= ' ' && codePoint < 0x7F && UNSAFE_IN_QUOTES.indexOf(codePoint) < 0;
    }

    private static String extended(String name) {
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (plain((char) (octet & 0xFF))) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(hex(octet >> 4)).append(hex(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean plain(char c) {
        return c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || PLAIN_IN_EXTENDED.indexOf(c) >= 0;
    }

    private static char hex(int halfOctet) {
        return "0123456789ABCDEF".charAt(halfOctet & 0xF);
    }
}
