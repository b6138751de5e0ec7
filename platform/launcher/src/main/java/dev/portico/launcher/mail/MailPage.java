package dev.portico.launcher.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.portico.launcher.process.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The sink's page: a list, one mail in all its forms, and the same as JSON for tests. */
final class MailPage implements AutoCloseable {
    /** A mail's HTML may style itself and open links in a tab of their own, but neither run nor load anything. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private static final String NEW_TAB = "<!DOCTYPE html><base target=\"_blank\">";

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

    private final MailStore store;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4, task -> {
        var thread = new Thread(task, "mail-page");
        thread.setDaemon(true);
        return thread;
    });

    private MailPage(MailStore store, HttpServer server) {
        this.store = store;
        this.server = server;
    }

    /** @param neighbour answers below {@code /status} */
    static MailPage start(MailStore store, int port, HttpHandler neighbour) {
        try {
            var loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            var server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
            var page = new MailPage(store, server);
            server.setExecutor(page.workers);
            server.createContext("/", page::answer);
            server.createContext("/status/", neighbour);
            server.start();
            return page;
        } catch (IOException e) {
            throw LaunchException.because(e, "port.taken", port, "mail page", "portico.mail.port");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isFromHere(exchange)) {
                send(exchange, 421, "text/plain", PAGE_POLICY, "Misdirected request");
                return;
            }
            var path = exchange.getRequestURI().getPath().split("/");
            switch (path.length < 2 ? "" : path[1]) {
                case "" -> send(exchange, 200, "text/html", PAGE_POLICY, MailViews.list(store.all()));
                case "style.css" -> send(exchange, 200, "text/css", PAGE_POLICY, MailViews.STYLE);
                case "api" -> send(exchange, 200, "application/json", PAGE_POLICY, MailViews.json(store.all()));
                case "mail" -> mail(exchange, path);
                default -> send(exchange, 404, "text/plain", PAGE_POLICY, "Not found");
            }
        }
    }

    /** A page of another site must not read the mails by pointing a name of its own at loopback. */
    private static boolean isFromHere(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }

    private void mail(HttpExchange exchange, String[] path) throws IOException {
        var mail = store.find(path.length < 3 ? "" : path[2]);
        if (mail.isEmpty()) {
            send(exchange, 404, "text/plain", PAGE_POLICY, "Not found");
            return;
        }
        switch (path.length < 4 ? "" : path[3]) {
            case "" -> send(exchange, 200, "text/html", PAGE_POLICY, MailViews.mail(mail.get()));
            case "html" ->
                send(
                        exchange,
                        200,
                        "text/html",
                        MAIL_POLICY,
                        NEW_TAB + mail.get().html());
            case "raw" ->
                send(exchange, 200, "text/plain", PAGE_POLICY, mail.get().raw());
            default -> send(exchange, 404, "text/plain", PAGE_POLICY, "Not found");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String policy, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
