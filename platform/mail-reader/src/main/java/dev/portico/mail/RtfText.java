package dev.portico.mail;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The words of RTF, as Outlook packs it into a winmail.dat. */
final class RtfText {

    private static final int LZFU = 0x75465A4C;

    /** What the dictionary of the compression begins with (MS-OXRTFCP). */
    private static final byte[] START =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
                            + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
                            + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> SILENT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "listtable",
            "generator",
            "htmltag",
            "mhtmltag");

    private record Group(boolean silent, int skipped) {}

    private final String rtf;
    private final int most;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group(false, 1);
    private Charset charset = Charsets.WINDOWS_1252;
    private int at;
    private int toSkip;

    private RtfText(String rtf, int most) {
        this.rtf = rtf;
        this.most = most;
    }

    static String ofCompressed(byte[] compressed, int most) {
        var rtf = new String(decompressed(compressed, most * 4), StandardCharsets.ISO_8859_1);
        return new RtfText(rtf, most).read();
    }

    /** As far as it goes. */
    static byte[] decompressed(byte[] compressed, int most) {
        var plain = new ByteArrayOutputStream();
        try {
            var reader = new LittleEndian(compressed);
            reader.skip(8);
            var kind = reader.fourBytes();
            reader.skip(4);
            if (kind == LZFU) {
                decompress(reader, plain, most);
            } else {
                while (reader.hasMore() && plain.size() < most) {
                    plain.write(reader.octet());
                }
            }
        } catch (BufferUnderflowException e) {
            // It ends here.
        }
        return plain.toByteArray();
    }

    private static void decompress(LittleEndian reader, ByteArrayOutputStream plain, int most) {
        var dictionary = new byte[4096];
        System.arraycopy(START, 0, dictionary, 0, START.length);
        var end = START.length;
        while (plain.size() < most) {
            var flags = reader.octet();
            for (var bit = 0; bit < 8; bit++) {
                if ((flags >> bit & 1) == 0) {
                    var octet = reader.octet();
                    plain.write(octet);
                    dictionary[end] = (byte) octet;
                    end = (end + 1) % dictionary.length;
                    continue;
                }
                var reference = reader.octet() << 8 | reader.octet();
                var from = reference >> 4;
                if (from == end) {
                    return;
                }
                for (var i = 0; i < (reference & 0xF) + 2; i++) {
                    var octet = dictionary[(from + i) % dictionary.length];
                    plain.write(octet);
                    dictionary[end] = octet;
                    end = (end + 1) % dictionary.length;
                }
            }
        }
    }

    private String read() {
        while (at < rtf.length() && text.length() < most) {
            var character = rtf.charAt(at++);
            switch (character) {
                case '{' -> outer.push(group);
                case '}' -> group = outer.isEmpty() ? group : outer.pop();
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> append(new String(new byte[] {(byte) character}, charset));
            }
        }
        return text.toString().strip();
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        var character = rtf.charAt(at);
        if (character == '\'') {
            octets();
        } else if (character == '*') {
            at++;
            group = new Group(true, group.skipped);
        } else if (isLetter(character)) {
            word();
        } else {
            at++;
            append(character == '~' ? " " : "{}\\".indexOf(character) >= 0 ? String.valueOf(character) : "");
        }
    }

    /** A run, as some charsets take two of them for a character. */
    private void octets() {
        var octets = new ByteArrayOutputStream();
        at--;
        while (at + 3 < rtf.length() && rtf.charAt(at) == '\\' && rtf.charAt(at + 1) == '\'') {
            octets.writeBytes(Percent.decode(rtf.substring(at + 1, at + 4), '\'', StandardCharsets.ISO_8859_1));
            at += 4;
        }
        if (octets.size() == 0) {
            at += 2;
        } else {
            append(octets.toString(charset));
        }
    }

    private void word() {
        var start = at;
        while (at < rtf.length() && isLetter(rtf.charAt(at))) {
            at++;
        }
        var name = rtf.substring(start, Math.min(at, start + 32));
        var digits = at;
        while (at < rtf.length()
                && at - digits < 9
                && (Character.digit(rtf.charAt(at), 10) >= 0 || at == digits && rtf.charAt(at) == '-')) {
            at++;
        }
        var number = rtf.substring(digits, at);
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        control(name, number.isEmpty() || number.equals("-") ? -1 : Integer.parseInt(number));
    }

    private void control(String name, int number) {
        switch (name) {
            case "par", "line", "row", "sect", "page" -> append("\n");
            case "tab", "cell" -> append("\t");
            case "ansicpg" ->
                charset = Charsets.named(number == 65001 ? "utf-8" : "windows-" + number)
                        .orElse(charset);
            case "uc" -> group = new Group(group.silent, Math.max(0, Math.min(number, 10)));
            case "u" -> {
                append(String.valueOf((char) number));
                toSkip = group.skipped;
            }
            case "emdash" -> append("—");
            case "endash" -> append("–");
            case "lquote", "rquote" -> append("'");
            case "ldblquote", "rdblquote" -> append("\"");
            case "bullet" -> append("•");
            default -> group = SILENT.contains(name) ? new Group(true, group.skipped) : group;
        }
    }

    /** Behind a character by its number stand so many for programs that do not know it. */
    private void append(String words) {
        if (group.silent) {
            return;
        }
        var skipped = Math.min(toSkip, words.length());
        toSkip -= skipped;
        text.append(words, skipped, words.length());
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }
}
