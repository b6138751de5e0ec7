package dev.portico.portal.feed.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.portico.plugin.feed.Feed;
import dev.portico.plugin.feed.FeedResult;
import dev.portico.plugin.feed.FeedResult.Fetched;
import dev.portico.plugin.feed.FeedResult.Missed;
import dev.portico.plugin.feed.FeedResult.Reason;
import dev.portico.plugin.feed.FeedResult.Unchanged;
import dev.portico.plugin.host.Outcome;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.Validators;
import dev.portico.portal.outgoing.control.Limits;
import dev.portico.portal.outgoing.control.Outgoing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A feed through all that can happen to it at a real server (F1). */
@Timeout(60)
class FetchOverHttpTest {
    private static final long MOST = 10_000;
    private static final String GOOD = "{\"status\": \"good\"}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private Outgoing outgoing;
    private Validators validators = Validators.NONE;
    private int failures;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        var limits = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(20));
        outgoing = new Outgoing(origin -> origin.toString().equals(base()), limits);
        server.createContext("/feed", exchange -> conditional(exchange, "\"1\"", GOOD));
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private String base() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private void now(HttpHandler handler) {
        server.removeContext("/feed");
        server.createContext("/feed", handler);
    }

    private static void conditional(HttpExchange exchange, String tag, String body) throws IOException {
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            answer(exchange, 200, body);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** One turn of the feed, with a plugin that takes what is a whole object. */
    private FeedResult turn() {
        var feed = new Feed("a", URI.create(base() + "/feed"), Duration.ofMinutes(1));
        var claimed = new ClaimedFeed("plugin", feed, validators, failures, UUID.randomUUID());
        var fetch = Fetch.of(claimed, outgoing.get(feed.address(), validators.headers(), MOST), Instant.now());
        var settled = fetch.settled(new Outcome.Answered<>(complaint(fetch.result())), validators);
        validators = settled.validators();
        failures = settled.problem().isPresent() ? failures + 1 : 0;
        return fetch.result();
    }

    private static Optional<String> complaint(FeedResult result) {
        return result instanceof Fetched fetched && !new String(fetched.content(), UTF_8).endsWith("}")
                ? Optional.of("no object")
                : Optional.empty();
    }

    private void good() {
        assertThat(turn()).isInstanceOfSatisfying(Fetched.class, fetched -> assertThat(fetched.content())
                .asString(UTF_8)
                .isEqualTo(GOOD));
        assertThat(turn()).isInstanceOf(Unchanged.class);
    }

    /** Whatever it is that has happened, the document the plugin has is asked for by its version again. */
    private void missed(Reason reason) {
        assertThat(turn()).isInstanceOfSatisfying(Missed.class, missed -> assertThat(missed.reason())
                .isEqualTo(reason));
        assertThat(failures).isEqualTo(1);
        now(exchange -> conditional(exchange, "\"1\"", GOOD));
        assertThat(turn()).isInstanceOf(Unchanged.class);
        assertThat(failures).isZero();
        now(exchange -> conditional(exchange, "\"2\"", GOOD));
        assertThat(turn()).isInstanceOf(Fetched.class);
    }

    @Test
    void a_server_that_fails_is_asked_for_the_same_version_afterwards() {
        good();
        now(exchange -> answer(exchange, 500, "oops"));
        missed(Reason.REFUSED);
    }

    @Test
    void so_is_one_that_is_silent() {
        good();
        now(exchange -> {
            try {
                end.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        missed(Reason.UNREACHABLE);
    }

    @Test
    void so_is_one_that_says_too_much() {
        good();
        now(exchange -> answer(exchange, 200, "x".repeat((int) MOST + 1)));
        missed(Reason.TOO_LARGE);
    }

    @Test
    void so_is_one_that_breaks_off() {
        good();
        now(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(GOOD.getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        missed(Reason.UNREACHABLE);
    }

    @Test
    void so_is_one_that_leads_to_where_nobody_may_go() throws IOException {
        good();
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> answer(exchange, 200, "secret}"));
        other.start();
        try {
            now(exchange -> {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                "http://127.0.0.1:" + other.getAddress().getPort() + "/");
                exchange.sendResponseHeaders(302, -1);
            });
            missed(Reason.NOT_ALLOWED);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_document_that_the_plugin_cannot_use_is_fetched_whole_again() {
        good();
        now(exchange -> conditional(exchange, "\"broken\"", "{\"status\": "));
        assertThat(turn()).isInstanceOf(Fetched.class);
        assertThat(turn()).as("not known as what the plugin has").isInstanceOf(Fetched.class);
        assertThat(failures).isEqualTo(2);
        now(exchange -> conditional(exchange, "\"1\"", GOOD));
        assertThat(turn()).as("the plugin still has it").isInstanceOf(Unchanged.class);
        assertThat(failures).isZero();
    }
}
