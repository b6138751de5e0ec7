package dev.portico.keycloak;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An OpenID provider with several realms on a loopback port, with real keys and real HTTP. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "portico";
    static final String SECRET = "s3cret + with / signs";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, TestRealm> realms = new ConcurrentHashMap<>();

    /** What the administration of any realm answers. */
    volatile Administration administration = request -> new Said(500, "");

    interface Administration {
        Said answer(Asked request) throws IOException;
    }

    /** {@code path} is what follows the realm's name, with the query. */
    record Asked(String method, String path, String authorization, String body) {}

    record Said(int status, String body) {}

    TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/realms/", this::handle);
        server.createContext("/admin/realms/harmony", this::administer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    TestRealm realm(String name) {
        return realms.computeIfAbsent(name, absent -> new TestRealm(name, url() + "/realms/" + name));
    }

    KeycloakSettings settings() {
        return new KeycloakSettings(
                url(),
                CLIENT,
                new ClientSecret(SECRET),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var parts = exchange.getRequestURI().getPath().split("/", 4);
            var realm = realms.get(parts[2]);
            var answer = realm == null ? Answer.NOT_FOUND : realm.answer(parts[3], exchange);
            var body = JSONObjectUtils.toJSONString(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void administer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI().toString();
            var answer = administration.answer(new Asked(
                    exchange.getRequestMethod(),
                    uri.substring("/admin/realms/harmony".length()),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (answer.status() == 201) {
                exchange.getResponseHeaders().set("Location", url() + uri + "/" + answer.body());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    record Answer(int status, Map<String, Object> body) {
        static final Answer NOT_FOUND = new Answer(404, Map.of("error", "Realm does not exist"));
    }
}
