package dev.portico.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** The bytes of a part, kept as they were sent and decoded while they are read. */
public final class Content {

    static final Content EMPTY = of(new byte[0]);

    enum Encoding {
        NONE,
        BASE64,
        QUOTED_PRINTABLE
    }

    private final byte[] encoded;
    private final Encoding encoding;

    Content(byte[] encoded, Encoding encoding) {
        this.encoded = encoded;
        this.encoding = encoding;
    }

    static Content of(byte[] bytes) {
        return new Content(bytes, Encoding.NONE);
    }

    /** Decoded; what is not in the encoding's alphabet is skipped or stays, it never fails. */
    public InputStream open() {
        var bytes = new ByteArrayInputStream(encoded);
        return switch (encoding) {
            case NONE -> bytes;
            case BASE64 -> new Base64InputStream(bytes, DecodeMonitor.SILENT);
            case QUOTED_PRINTABLE -> new QuotedPrintableInputStream(bytes, DecodeMonitor.SILENT);
        };
    }

    /** Decoded, in bytes; found by decoding. */
    public long size() {
        if (encoding == Encoding.NONE) {
            return encoded.length;
        }
        try (var stream = open()) {
            var size = 0L;
            var buffer = new byte[8192];
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                size += read;
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
    }

    /** The first bytes, decoded. */
    byte[] bytes(int most) {
        if (encoding == Encoding.NONE) {
            return encoded.length <= most ? encoded : Arrays.copyOf(encoded, most);
        }
        try (var stream = open()) {
            return stream.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
    }
}
