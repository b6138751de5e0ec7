package dev.portico.mail;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns bytes into text by the charset that they are in, which is often not the one that they are labelled with: what
 * is called ISO 8859-1 is read as windows-1252, its superset, as browsers do, and whatever is UTF-8 beyond doubt is
 * read as that.
 */
final class Charsets {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int LONGEST_LABEL = 40;
    private static final int DETECTED_BYTES = 16 * 1024;
    private static final int LEAST_CONFIDENCE = 30;

    /** What browsers read for a label, where it is not the JDK's charset of that name. */
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("cp-850", "IBM850"));

    private Charsets() {}

    /** Without a byte order mark; what is not in the charset becomes U+FFFD. */
    static String decode(byte[] bytes, Optional<String> label, Set<Flaw> flaws) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        var declared = label.flatMap(Charsets::named);
        var utf8 = exactly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent() && !isWide(declared)) {
            note(
                    label,
                    declared,
                    declared.filter(StandardCharsets.UTF_8::equals).isPresent(),
                    flaws);
            return utf8.get();
        }
        if (declared.isEmpty() || declared.get().equals(StandardCharsets.US_ASCII)) {
            note(label, declared, false, flaws);
            return new String(bytes, guessed(bytes));
        }
        if (declared.get().equals(StandardCharsets.UTF_8) && !hasSequences(bytes)) {
            flaws.add(Flaw.CHARSET_WRONG);
            return new String(bytes, guessed(bytes));
        }
        var text = new String(bytes, declared.get());
        if (text.indexOf('\uFFFD') >= 0 || isCalledLatin1(label) && hasControls(bytes)) {
            flaws.add(Flaw.CHARSET_WRONG);
        }
        return text;
    }

    /** Empty for what no charset is called, and for charsets that cannot be read. */
    static Optional<Charset> named(String label) {
        var name = label.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(SUPERSETS.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    static Optional<String> exactly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** ASCII that switches to nothing else, as ISO 2022 does with an escape, UTF-16 with zeros. */
    static boolean isAscii(byte[] bytes) {
        for (var octet : bytes) {
            if (octet <= 0 || octet == 0x1B) {
                return false;
            }
        }
        return true;
    }

    private static void note(Optional<String> label, Optional<Charset> declared, boolean right, Set<Flaw> flaws) {
        if (!right) {
            flaws.add(label.isEmpty() || declared.isEmpty() ? Flaw.CHARSET_UNKNOWN : Flaw.CHARSET_WRONG);
        }
    }

    /** Charsets whose texts are ASCII bytes by chance. */
    private static boolean isWide(Optional<Charset> declared) {
        return declared.map(Charset::name)
                .filter(name -> name.startsWith("UTF-16") || name.startsWith("UTF-32") || name.contains("2022"))
                .isPresent();
    }

    /** Whether there is any character that only UTF-8 writes so. */
    private static boolean hasSequences(byte[] bytes) {
        for (var i = 1; i < bytes.length; i++) {
            if ((bytes[i - 1] & 0xE0) == 0xC0 && (bytes[i] & 0xC0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCalledLatin1(Optional<String> label) {
        return label.filter(name -> name.strip().equalsIgnoreCase("iso-8859-1")).isPresent();
    }

    private static boolean hasControls(byte[] bytes) {
        for (var octet : bytes) {
            if ((octet & 0xE0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    private static Charset guessed(byte[] bytes) {
        var sample = bytes.length <= DETECTED_BYTES ? bytes : Arrays.copyOf(bytes, DETECTED_BYTES);
        var match = new CharsetDetector().setText(sample).detect();
        if (match == null || match.getConfidence() < LEAST_CONFIDENCE) {
            return WINDOWS_1252;
        }
        return named(match.getName()).filter(charset -> !isEbcdic(charset)).orElse(WINDOWS_1252);
    }

    /** ICU takes short texts for these now and then; no mail is in them. */
    private static boolean isEbcdic(Charset charset) {
        return charset.name().startsWith("IBM4") || charset.name().startsWith("x-IBM");
    }
}
