package dev.portico.systemtests.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Stands before an IMAP server and says NO whenever one certain mail is to be fetched. */
final class RefusingImap implements AutoCloseable {
    private static final Pattern FETCH = Pattern.compile("(\\S+) FETCH \\d+ \\(BODY.*\r\n");

    private final int behind;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String refused = "";

    RefusingImap(int behind) throws IOException {
        this.behind = behind;
        door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** @param messageId whoever fetches a mail that says it gets nothing */
    void refuse(String messageId) {
        refused = messageId;
    }

    int refusals() {
        return refusals.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket("127.0.0.1", behind);
                var talk = new Talk(client, server);
                threads.execute(talk::ask);
                threads.execute(talk::answer);
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** One connection. An answer to a fetch is held until it is complete. */
    private final class Talk {
        private final Socket client;
        private final Socket server;
        private volatile String fetching = "";

        Talk(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void ask() {
            try (client;
                    server) {
                for (var line = line(client.getInputStream()); line.length > 0; line = line(client.getInputStream())) {
                    var fetch = FETCH.matcher(new String(line, StandardCharsets.ISO_8859_1));
                    fetching = fetch.matches() ? fetch.group(1) : "";
                    server.getOutputStream().write(line);
                }
            } catch (IOException ended) {
                fetching = "";
            }
        }

        void answer() {
            var held = new ByteArrayOutputStream();
            try (client;
                    server) {
                OutputStream to = client.getOutputStream();
                for (var line = line(server.getInputStream()); line.length > 0; line = line(server.getInputStream())) {
                    if (fetching.isEmpty()) {
                        to.write(line);
                        continue;
                    }
                    held.write(line);
                    if (new String(line, StandardCharsets.ISO_8859_1).startsWith(fetching + " ")) {
                        to.write(checked(held.toString(StandardCharsets.ISO_8859_1)));
                        held.reset();
                    }
                }
            } catch (IOException ended) {
                held.reset();
            }
        }

        private byte[] checked(String answer) {
            if (refused.isEmpty() || !answer.contains(refused)) {
                return answer.getBytes(StandardCharsets.ISO_8859_1);
            }
            refusals.incrementAndGet();
            return (fetching + " NO It is broken\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** With its end; nothing where there is no more. */
    private static byte[] line(InputStream from) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = from.read(); next >= 0; next = from.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
