package dev.portico.systemtests.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider's server on this machine, whose documents and moods a test decides. */
final class Provider implements AutoCloseable {
    private static final String BILLION_LAUGHS = """
            <?xml version="1.0"?>
            <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
            <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;"><!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;">]>
            <rss version="2.0"><channel><title>&i;</title><item><title>&i;</title><guid>&i;</guid></item></channel></rss>""";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "provider");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** A request that came, and the status that it was answered with; 0 for an answer that was never finished. */
    record Call(String path, boolean conditional, int status) {}

    /** How a path is answered. */
    @FunctionalInterface
    interface Reply {
        /** @return the status */
        int to(HttpExchange exchange) throws IOException;
    }

    Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Scheme, host and port. */
    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A document that knows of conditional requests. */
    void publish(String path, String type, String document) {
        replies.put(path, exchange -> document(exchange, type, document));
    }

    void reply(String path, Reply reply) {
        replies.put(path, reply);
    }

    /** As an outage of the provider's would: every path alike. */
    void reply(Reply reply) {
        replies.replaceAll((path, before) -> reply);
    }

    static Reply status(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, -1);
            return status;
        };
    }

    /** An outage, an answer without end, another document, and one that grows as it is read. */
    static List<Reply> failures(String type) {
        return List.of(
                status(500),
                Provider::endless,
                exchange -> document(exchange, type, "<html><body>Back soon</body></html>"),
                exchange -> document(exchange, type, BILLION_LAUGHS));
    }

    /** Does not answer before whoever asks has gone. */
    static int silent(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Goes on for as long as somebody reads. */
    static int endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var chunk = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
        while (!Thread.currentThread().isInterrupted()) {
            exchange.getResponseBody().write(chunk);
        }
        return 0;
    }

    /** Breaks off before it has sent what it announced. */
    static int brokenOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 10_000);
        exchange.getResponseBody().write("{\"page\": {\"id\"".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        return 0;
    }

    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
        var status = 0;
        try (exchange) {
            status = replies.getOrDefault(path, status(404)).to(exchange);
        } finally {
            calls.add(new Call(path, conditional, status));
        }
    }

    private static int document(HttpExchange exchange, String type, String document) throws IOException {
        var tag = "\"" + Integer.toHexString(document.hashCode()) + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return 304;
        }
        var body = document.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        return 200;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
