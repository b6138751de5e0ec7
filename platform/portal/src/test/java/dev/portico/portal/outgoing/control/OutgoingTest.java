package dev.portico.portal.outgoing.control;

import static dev.portico.portal.outgoing.control.ScriptedServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portico.portal.outgoing.control.Exchange.Answer;
import dev.portico.portal.outgoing.control.Exchange.Reason;
import dev.portico.portal.outgoing.control.Exchange.Refusal;
import dev.portico.portal.outgoing.entity.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OutgoingTest {
    private static final int MOST = 10_000;
    private static final Limits PATIENT =
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final String OK = "HTTP/1.1 200 OK\n";

    private ScriptedServer server;
    private Outgoing outgoing;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
        outgoing = with(PATIENT);
    }

    @AfterEach
    void stop() throws IOException {
        outgoing.stop();
        server.close();
    }

    private Outgoing with(Limits limits) {
        return new Outgoing(this::isServer, limits);
    }

    private boolean isServer(Origin origin) {
        return origin.toString().equals(server.base());
    }

    private Exchange get(String path) {
        return outgoing.get(server.address(path), Map.of(), MOST);
    }

    @Test
    void a_document_comes_with_its_headers() {
        server.on("/a?b=%20c", OK + "Content-Type: text/plain\nETag: \"1\"\nContent-Length: 5\n\nhello");
        var answer = answer(outgoing.get(server.address("/a?b=%20c#d"), Map.of("If-None-Match", "\"0\""), MOST));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(answer.header("ETag")).contains("\"1\"");
        assertThat(answer.header("content-type")).contains("text/plain");
        assertThat(answer.header("Last-Modified")).isEmpty();
        assertThat(server.requests().get(0).split("\n"))
                .contains(
                        "GET /a?b=%20c HTTP/1.1",
                        "If-None-Match: \"0\"", "User-Agent: Portico", "Host: 127.0.0.1:" + server.port())
                .noneMatch(line -> line.matches("(?i)(cookie|authorization|upgrade|referer):.*"));
    }

    @Test
    void nothing_of_one_exchange_is_there_in_the_next() {
        server.on("/", "HTTP/1.1 401 No\nWWW-Authenticate: Basic realm=\"a\"\nSet-Cookie: a=b\nContent-Length: 0\n\n");
        assertThat(answer(get("/")).status()).isEqualTo(401);
        assertThat(answer(get("/")).status()).isEqualTo(401);
        assertThat(server.requests()).hasSize(2).noneMatch(head -> head.contains("Cookie:"));
    }

    @Test
    void no_body_is_read_of_a_status_other_than_200() {
        server.on("/", "HTTP/1.1 500 Oops\nContent-Length: 99999999\nRetry-After: 7\n\nsorry");
        var answer = answer(get("/"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Retry-After")).contains("7");
    }

    @Test
    void a_document_may_have_as_many_bytes_as_the_limit_and_not_one_more() {
        server.on("/most", OK + "Content-Length: " + MOST + "\n\n" + "x".repeat(MOST));
        server.on("/more", OK + "Content-Length: " + (MOST + 1) + "\n\n" + "x".repeat(MOST + 1));
        assertThat(answer(get("/most")).body()).hasSize(MOST);
        refused(get("/more"), Reason.TOO_LARGE);
    }

    @Test
    void an_endless_document_is_cut_off() throws InterruptedException {
        server.on("/", out -> {
            say(out, OK + "\n");
            while (true) {
                say(out, "x".repeat(1000));
            }
        });
        refused(get("/"), Reason.TOO_LARGE);
        assertThat(server.awaitCutOff()).isEqualTo("/");
    }

    @Test
    void what_is_compressed_counts_as_what_it_is() {
        server.on("/small", out -> {
            var body = gzip(MOST);
            say(out, OK + "Content-Encoding: GZIP\nContent-Length: " + body.length + "\n\n");
            out.write(body);
        });
        server.on("/bomb", out -> {
            var body = gzip(50_000_000);
            say(out, OK + "Content-Encoding: gzip\nContent-Length: " + body.length + "\n\n");
            out.write(body);
        });
        server.on("/other", OK + "Content-Encoding: br\nContent-Length: 1\n\nx");
        server.on("/false", OK + "Content-Encoding: gzip\nContent-Length: 5\n\nhello");
        assertThat(answer(get("/small")).body()).hasSize(MOST);
        refused(get("/bomb"), Reason.TOO_LARGE);
        refused(get("/other"), Reason.UNREACHABLE);
        refused(get("/false"), Reason.UNREACHABLE);
    }

    private static byte[] gzip(int length) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[length]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\nContent-Length: 10\n\nhalf",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nnonsense\n",
                "220 mail.example ESMTP\n",
                "HTTP/1.1 nonsense\n\n",
                "HTTP/1.1 000 OK\n\n",
                "HTTP/1.1 200 OK\nContent-Length: -7\n\nhalf",
                "HTTP/1.1 200 OK\nContent-Encoding\n\n",
                "HTTP/1.1 200 OK\n: nameless\nContent-Length: nonsense\n\n",
                ""
            })
    void an_answer_that_breaks_off_or_is_none_is_a_failure(String said) {
        server.on("/", said);
        refused(get("/"), Reason.UNREACHABLE);
    }

    @Test
    void an_endless_head_is_cut_off() throws InterruptedException {
        server.on("/headers", out -> {
            say(out, OK);
            while (true) {
                say(out, "A: b\n");
            }
        });
        server.on("/line", out -> {
            say(out, OK + "A: ");
            while (true) {
                say(out, "x".repeat(1000));
            }
        });
        refused(get("/headers"), Reason.UNREACHABLE);
        assertThat(server.awaitCutOff()).isEqualTo("/headers");
        refused(get("/line"), Reason.UNREACHABLE);
        assertThat(server.awaitCutOff()).isEqualTo("/line");
    }

    @Test
    void silence_ends_the_exchange() {
        var end = new CountDownLatch(1);
        server.on("/head", out -> end.await());
        server.on("/body", out -> {
            say(out, OK + "Content-Length: 10\n\nhalf");
            end.await();
        });
        var hurried = with(new Limits(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofDays(1)));
        refused(hurried.get(server.address("/head"), Map.of(), MOST), Reason.UNREACHABLE);
        refused(hurried.get(server.address("/body"), Map.of(), MOST), Reason.UNREACHABLE);
        hurried.stop();
        end.countDown();
    }

    @Test
    void drops_in_the_end_do_not_go_on_for_ever() throws InterruptedException {
        server.on("/head", out -> drip(out, OK + "A: "));
        server.on("/body", out -> drip(out, OK + "\n"));
        server.on("/informed", out -> {
            while (true) {
                say(out, "HTTP/1.1 102 Wait\n\n");
                Thread.sleep(10);
            }
        });
        var hurried = with(new Limits(Duration.ofDays(1), Duration.ofDays(1), Duration.ofMillis(300)));
        for (var path : new String[] {"/head", "/body", "/informed"}) {
            refused(hurried.get(server.address(path), Map.of(), MOST), Reason.UNREACHABLE);
            assertThat(server.awaitCutOff()).isEqualTo(path);
        }
        hurried.stop();
    }

    // The other server takes its time; the test does not wait for it.
    private static void drip(java.io.OutputStream out, String begin) throws IOException, InterruptedException {
        say(out, begin);
        while (true) {
            say(out, "x");
            Thread.sleep(10);
        }
    }

    @Test
    void a_handshake_that_never_ends_is_cut_off() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hurried = new Outgoing(
                    origin -> true, new Limits(Duration.ofDays(1), Duration.ofDays(1), Duration.ofMillis(300)));
            var address = URI.create("https://127.0.0.1:" + mute.getLocalPort() + "/");
            refused(hurried.get(address, Map.of(), MOST), Reason.UNREACHABLE);
            hurried.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_followed(int status) {
        server.on("/a", "HTTP/1.1 " + status + " Moved\nLocation: b/../c?d\nContent-Length: 0\n\n");
        server.on("/c?d", OK + "Content-Length: 2\n\nhi");
        var answer = answer(outgoing.get(server.address("/a"), Map.of("If-None-Match", "\"0\""), MOST));
        assertThat(answer.body()).hasSize(2);
        assertThat(server.requests()).hasSize(2).allMatch(head -> head.contains("If-None-Match: \"0\""));
    }

    @Test
    void redirects_do_not_go_on_for_ever() {
        server.on("/", "HTTP/1.1 302 Moved\nLocation: /\nContent-Length: 0\n\n");
        refused(get("/"), Reason.UNREACHABLE);
        assertThat(server.requests()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "https://169.254.169.254/",
                "https://127.0.0.1:8443/",
                "https://localhost:8443/",
                "https://[::1]:8443/",
                "https://[::ffff:127.0.0.1]:8443/",
                "https://2130706433:8443/",
                "https://0x7f.1:8443/",
                "https://10.0.0.1/",
                "//127.0.0.1:9/",
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "https://a@127.0.0.1/",
                "https://public.example:22/",
                "https://public.example:99999/",
                "//public.example:65536/",
                "http://public.example/",
                "http://exa mple/",
                "https://",
                "javascript:alert(1)"
            })
    void a_redirect_leads_nowhere_that_the_first_address_may_not(String location) {
        server.on("/", "HTTP/1.1 302 Moved\nLocation: " + location + "\nContent-Length: 0\n\n");
        refused(get("/"), Reason.NOT_ALLOWED);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/", "https://127.0.0.1:%d/", "https://localhost:%d/", "https://0:%d/"})
    void without_permission_nobody_at_home_is_asked(String address) {
        var strict = new Outgoing(origin -> false, PATIENT);
        refused(strict.get(URI.create(address.formatted(server.port())), Map.of(), MOST), Reason.NOT_ALLOWED);
        refused(strict.post(URI.create(address.formatted(server.port())), Map.of(), new byte[0]), Reason.NOT_ALLOWED);
        strict.stop();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void permission_is_for_one_scheme_host_and_port() {
        server.on("/", OK + "Content-Length: 0\n\n");
        assertThat(get("/")).isInstanceOf(Answer.class);
        refused(
                outgoing.get(URI.create("http://localhost:" + server.port() + "/"), Map.of(), MOST),
                Reason.NOT_ALLOWED);
        refused(
                outgoing.get(URI.create("https://127.0.0.1:" + server.port() + "/"), Map.of(), MOST),
                Reason.NOT_ALLOWED);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void no_permission_opens_what_is_no_server_of_anybody() {
        var lax = new Outgoing(origin -> true, PATIENT);
        for (var host :
                new String[] {"169.254.169.254", "0.0.0.0", "224.0.0.1", "[fe80::1]", "[::ffff:169.254.169.254]"}) {
            refused(lax.get(URI.create("http://" + host + "/"), Map.of(), MOST), Reason.NOT_ALLOWED);
        }
        lax.stop();
    }

    @Test
    void no_proxy_of_the_environment_is_asked() throws IOException {
        try (var proxy = ScriptedServer.start()) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
            System.setProperty("http.nonProxyHosts", "");
            server.on("/", OK + "Content-Length: 0\n\n");
            assertThat(answer(get("/")).status()).isEqualTo(200);
            assertThat(proxy.requests()).isEmpty();
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @Test
    void a_server_that_is_not_there_is_a_failure() throws IOException {
        var gone = server.address("/");
        server.close();
        refused(outgoing.get(gone, Map.of(), MOST), Reason.UNREACHABLE);
        refused(outgoing.get(URI.create("https://nowhere.invalid/"), Map.of(), MOST), Reason.UNREACHABLE);
    }

    @Test
    void what_is_posted_arrives_and_no_redirect_is_followed() {
        server.on("/hook", "HTTP/1.1 307 Moved\nLocation: /other\nContent-Length: 0\n\n");
        var content = "{}".getBytes(StandardCharsets.UTF_8);
        var answer = answer(outgoing.post(
                server.address("/hook"), Map.of("Content-Type", "application/json", "webhook-id", "1"), content));
        assertThat(answer.status()).isEqualTo(307);
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0).split("\n"))
                .contains(
                        "POST /hook HTTP/1.1", "Content-Type: application/json", "webhook-id: 1", "Content-Length: 2");
    }

    @Test
    void whoever_says_too_much_or_too_little_about_a_post_has_got_it() throws InterruptedException {
        server.on("/endless", out -> {
            say(out, "HTTP/1.1 202 Fine\n\n");
            while (true) {
                say(out, "x".repeat(1000));
            }
        });
        server.on("/short", "HTTP/1.1 500 Oops\nContent-Length: 10\n\nhalf");
        var endless = answer(outgoing.post(server.address("/endless"), Map.of(), new byte[0]));
        assertThat(endless.status()).isEqualTo(202);
        assertThat(endless.body()).hasSize(64 * 1024);
        assertThat(server.awaitCutOff()).isEqualTo("/endless");
        assertThat(answer(outgoing.post(server.address("/short"), Map.of(), new byte[0]))
                        .body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("half");
    }

    @Test
    void an_address_is_checked_before_anybody_is_asked() {
        assertThat(outgoing.check(URI.create("https://status.example/feed"))).isEmpty();
        assertThat(outgoing.check(URI.create("https://status.example:8443/feed")))
                .isEmpty();
        assertThat(outgoing.check(URI.create("https://1.1.1.1/"))).isEmpty();
        assertThat(outgoing.check(server.address("/"))).isEmpty();
        for (var address : new String[] {
            "http://status.example/",
            "https://status.example:80/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "feed",
            "https://a:b@status.example/",
            "ftp://status.example/",
            "https://status.example:99999/"
        }) {
            assertThat(outgoing.check(URI.create(address))).as(address).isPresent();
            refused(outgoing.get(URI.create(address), Map.of(), MOST), Reason.NOT_ALLOWED);
            refused(outgoing.post(URI.create(address), Map.of(), new byte[0]), Reason.NOT_ALLOWED);
        }
    }

    private static Answer answer(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Answer.class);
        return (Answer) exchange;
    }

    private static void refused(Exchange exchange, Reason reason) {
        assertThat(exchange)
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .satisfies(refusal -> assertThat(refusal.detail()).isNotBlank());
    }
}
