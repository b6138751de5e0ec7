package dev.portico.portal.outgoing.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;

/**
 * How much of an answer's body is read.
 *
 * @param most bytes after decompression
 * @param whole whether it is of use in one piece only
 */
record Body(long most, boolean whole) {
    private static final int PIECE = 16 * 1024;

    static Body document(long most) {
        return new Body(most, true);
    }

    /** What another server says to something that it has got: however it ends, it has got it. */
    static Body remark(long most) {
        return new Body(most, false);
    }

    /** @return empty if there is too much */
    Optional<byte[]> read(ClassicHttpResponse response) throws IOException {
        if (whole && response.getCode() != HttpStatus.SC_OK) {
            return Optional.of(new byte[0]);
        }
        var read = new ByteArrayOutputStream();
        try {
            return copy(response, read) || !whole ? Optional.of(read.toByteArray()) : Optional.empty();
        } catch (IOException brokenOff) {
            if (whole) {
                throw brokenOff;
            }
            return Optional.of(read.toByteArray());
        }
    }

    /** @return false if there is more than was taken */
    private boolean copy(ClassicHttpResponse response, ByteArrayOutputStream read) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return true;
        }
        // Closing the stream would read the rest of it; the connection is cut instead.
        var content = decoded(entity.getContent(), coding(response));
        var piece = new byte[PIECE];
        for (var count = content.read(piece); count >= 0; count = content.read(piece)) {
            if (read.size() + count > most) {
                read.write(piece, 0, (int) (most - read.size()));
                return false;
            }
            read.write(piece, 0, count);
        }
        return true;
    }

    private static String coding(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        return header == null ? "identity" : header.getValue().strip().toLowerCase(Locale.ROOT);
    }

    private static InputStream decoded(InputStream content, String coding) throws IOException {
        return switch (coding) {
            case "identity", "" -> content;
            case "gzip", "x-gzip" -> new GZIPInputStream(content);
            default -> throw new IOException("Compressed in a way that was not asked for");
        };
    }
}
