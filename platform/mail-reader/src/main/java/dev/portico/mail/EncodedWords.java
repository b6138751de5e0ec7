package dev.portico.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes RFC 2047 words as people's programs write them: split within a character, with spaces inside, inside of quoted
 * strings. What is no such word stays as it is. Takes one pass.
 */
final class EncodedWords {

    private static final Base64.Decoder BASE64 = Base64.getDecoder();

    private final String text;
    private final Set<Flaw> flaws;
    private final StringBuilder decoded;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String charset = "";

    private EncodedWords(String text, Set<Flaw> flaws) {
        this.text = text;
        this.flaws = flaws;
        this.decoded = new StringBuilder(text.length());
    }

    static String decode(String text, Set<Flaw> flaws) {
        return text.contains("=?") ? new EncodedWords(text, flaws).decode() : text;
    }

    private String decode() {
        var done = 0;
        for (var start = text.indexOf("=?"); start >= 0; start = text.indexOf("=?", start)) {
            var encoding = text.indexOf('?', start + 2);
            var end = encoding < 0 || encoding + 3 > text.length() ? -1 : text.indexOf("?=", encoding + 3);
            if (end < 0) {
                break;
            }
            if (!isWord(start, encoding)) {
                start += 2;
                continue;
            }
            between(text.substring(done, start));
            word(text.substring(start + 2, encoding), text.charAt(encoding + 1), text.substring(encoding + 3, end));
            done = end + 2;
            start = done;
        }
        between(text.substring(done) + '\n');
        return decoded.substring(0, decoded.length() - 1);
    }

    private boolean isWord(int start, int encoding) {
        return encoding > start + 2
                && encoding - start <= 60
                && text.charAt(encoding + 2) == '?'
                && "bBqQ".indexOf(text.charAt(encoding + 1)) >= 0
                && text.substring(start + 2, encoding).chars().noneMatch(character -> character <= ' ');
    }

    /** White space between two words is none. */
    private void between(String other) {
        if (pending.size() == 0 || !other.isBlank() || other.endsWith("\n")) {
            flush();
            decoded.append(other);
        }
    }

    private void word(String label, char encoding, String content) {
        var language = label.indexOf('*');
        var name = language < 0 ? label : label.substring(0, language);
        if (!name.equalsIgnoreCase(charset)) {
            flush();
            charset = name;
        }
        pending.writeBytes(encoding == 'b' || encoding == 'B' ? base64(content) : quoted(content));
    }

    private void flush() {
        if (pending.size() > 0) {
            decoded.append(Charsets.decode(pending.toByteArray(), Optional.of(charset), flaws));
            pending.reset();
        }
    }

    private static byte[] base64(String content) {
        var bare = new StringBuilder(content.length());
        content.chars().filter(EncodedWords::isBase64).forEach(character -> bare.append((char) character));
        if (bare.length() % 4 == 1) {
            bare.setLength(bare.length() - 1);
        }
        return BASE64.decode(bare.toString());
    }

    private static boolean isBase64(int character) {
        return character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '+'
                || character == '/';
    }

    private static byte[] quoted(String content) {
        return Percent.decode(content.replace('_', ' '), '=', StandardCharsets.UTF_8);
    }
}
