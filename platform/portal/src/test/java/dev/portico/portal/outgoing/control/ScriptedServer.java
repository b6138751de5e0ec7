package dev.portico.portal.outgoing.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server that says, byte for byte, what a test tells it to; not even HTTP if the test does not want it. */
final class ScriptedServer implements AutoCloseable {
    /** What is done with a connection whose request has come. It is closed afterwards. */
    interface Script {
        void play(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> cutOff = new LinkedBlockingQueue<>();

    ScriptedServer(ServerSocket socket) {
        this.socket = socket;
        daemon(this::accept);
    }

    static ScriptedServer start() throws IOException {
        return new ScriptedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    ScriptedServer on(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    ScriptedServer on(String path, String answer) {
        return on(path, out -> say(out, answer));
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    URI address(String path) {
        return URI.create(base() + path);
    }

    String base() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of all requests, in order. */
    List<String> requests() {
        return requests;
    }

    /** Waits until the other side ends a connection amid a script. */
    String awaitCutOff() throws InterruptedException {
        return String.valueOf(cutOff.poll(20, TimeUnit.SECONDS));
    }

    private void accept() {
        while (true) {
            try {
                var connection = socket.accept();
                daemon(() -> serve(connection));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        var path = "";
        try (connection) {
            var head = head(connection);
            requests.add(head);
            path = head.split(" ")[1];
            scripts.getOrDefault(path, out -> say(out, "HTTP/1.1 404 None\nContent-Length: 0\n\n"))
                    .play(connection.getOutputStream());
            connection.shutdownOutput();
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            cutOff.add(path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(Socket connection) throws IOException {
        var reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        var head = new StringBuilder();
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
