package dev.portico.systemtests.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** In the place of the SMTP server: knows nobody of one address, and has no time for all others. */
final class RefusingSmtp implements AutoCloseable {
    private final String refused;
    private final ServerSocket door = new ServerSocket();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    RefusingSmtp(int port, String refused) throws IOException {
        this.refused = refused;
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        threads.execute(this::serve);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                threads.execute(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 ready");
            for (var line = in.readLine(); line != null && !door.isClosed(); line = in.readLine()) {
                say(client, answer(line));
            }
        } catch (IOException gone) {
            // So is what it wanted.
        }
    }

    private String answer(String line) {
        if (line.startsWith("RCPT")) {
            return line.contains("<" + refused + ">") ? "550 5.1.1 User unknown" : "451 4.3.2 Later";
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 OK";
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
