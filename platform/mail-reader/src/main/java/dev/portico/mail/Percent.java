package dev.portico.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Bytes written as a mark and two hexadecimal digits. */
final class Percent {

    private Percent() {}

    /** What is not written so stays, in the charset. */
    static byte[] decode(String text, char mark, Charset charset) {
        var bytes = new ByteArrayOutputStream(text.length());
        var literal = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var octet = text.charAt(i) == mark && i + 2 <= text.length() - 1
                    ? octet(text.charAt(i + 1), text.charAt(i + 2))
                    : -1;
            if (octet < 0) {
                literal.append(text.charAt(i));
            } else {
                bytes.writeBytes(literal.toString().getBytes(charset));
                literal.setLength(0);
                bytes.write(octet);
                i += 2;
            }
        }
        bytes.writeBytes(literal.toString().getBytes(charset));
        return bytes.toByteArray();
    }

    private static int octet(char high, char low) {
        var both = Character.digit(high, 16) * 16 + Character.digit(low, 16);
        return Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0 ? -1 : both;
    }
}
