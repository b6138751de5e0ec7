package dev.portico.systemtests.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;

/** A request over a connection of its own that stands still halfway, as over a bad line. */
final class SlowRequest implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    // So small that most of an answer has to stay with the server until it is read.
    private static final int RECEIVE_BUFFER = 16 * 1024;

    private final Socket socket = new Socket();
    private final byte[] request;
    private final int firstPart;

    /** What came back. */
    record Reply(String status, byte[] body) {}

    private SlowRequest(URI portal, byte[] request, int firstPart) throws IOException {
        this.request = request;
        this.firstPart = firstPart;
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", portal.getPort()));
    }

    /** Stands still after half of the file. */
    static SlowRequest upload(String portal, String path, String bearer, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"slow.bin\"\r\n\r\n"
                .getBytes(ISO_8859_1));
        body.writeBytes(content);
        body.writeBytes("\r\n--B--\r\n".getBytes(ISO_8859_1));
        var head = head("POST", portal, path, bearer)
                + "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: " + body.size() + "\r\n\r\n";
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(ISO_8859_1));
        all.writeBytes(body.toByteArray());
        return new SlowRequest(URI.create(portal), all.toByteArray(), head.length() + content.length / 2);
    }

    /** Stands still after the first bytes of the answer. */
    static SlowRequest get(String portal, String path, String bearer) throws IOException {
        var all = (head("GET", portal, path, bearer) + "\r\n").getBytes(ISO_8859_1);
        return new SlowRequest(URI.create(portal), all, all.length);
    }

    private static String head(String method, String portal, String path, String bearer) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + URI.create(portal).getAuthority()
                + "\r\nConnection: close\r\nAuthorization: Bearer " + bearer + "\r\n";
    }

    void begin() throws IOException {
        socket.getOutputStream().write(request, 0, firstPart);
        if (firstPart == request.length) {
            answered = socket.getInputStream().readNBytes(1);
        }
    }

    private byte[] answered = new byte[0];

    Reply finish() throws IOException {
        socket.getOutputStream().write(request, firstPart, request.length - firstPart);
        var all = new ByteArrayOutputStream();
        all.writeBytes(answered);
        all.writeBytes(socket.getInputStream().readAllBytes());
        close();
        var bytes = all.toByteArray();
        var head = new String(bytes, ISO_8859_1);
        var end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("Cut off: " + head);
        }
        return new Reply(head.substring(0, head.indexOf("\r\n")), Arrays.copyOfRange(bytes, end + 4, bytes.length));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
