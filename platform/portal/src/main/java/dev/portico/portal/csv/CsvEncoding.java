package dev.portico.portal.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file in whatever encoding spreadsheets save: what its byte order mark says, else UTF-8 where it is that,
 * else UTF-16 where every other byte is nothing, else Windows-1252.
 */
final class CsvEncoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 512;

    private CsvEncoding() {}

    /** Nothing where it is no text. */
    static Optional<String> text(byte[] file) {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return decode(file, 3, StandardCharsets.UTF_8);
        }
        if (begins(file, 0xFF, 0xFE)) {
            return decode(file, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(file, 0xFE, 0xFF)) {
            return decode(file, 2, StandardCharsets.UTF_16BE);
        }
        var wide = wide(file);
        if (wide.isPresent()) {
            return decode(file, 0, wide.get());
        }
        return decode(file, 0, StandardCharsets.UTF_8).or(() -> decode(file, 0, WINDOWS));
    }

    private static boolean begins(byte[] file, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The UTF-16 that a file without a mark is in, if it is in one. */
    private static Optional<Charset> wide(byte[] file) {
        var length = Math.min(file.length, SAMPLE);
        var nothing = new int[2];
        for (var i = 0; i < length; i++) {
            nothing[i % 2] += file[i] == 0 ? 1 : 0;
        }
        if (nothing[1] > length / 4 && nothing[0] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return nothing[0] > length / 4 && nothing[1] == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<String> decode(byte[] file, int from, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file, from, file.length - from))
                    .toString();
            return Optional.of(text).filter(some -> some.indexOf('\0') < 0);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
