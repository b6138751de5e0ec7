package dev.portico.portal.attachment.control;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Random ids of 128 bits in hexadecimal: they cannot be guessed and are fit for a file's name on any disk. */
final class AttachmentId {
    private static final int BYTES = 16;
    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private AttachmentId() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static boolean valid(String id) {
        return FORMAT.matcher(id).matches();
    }
}
