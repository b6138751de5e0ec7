package dev.portico.testclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final String TEXT = "{\"subject\": \"Conexión rechazada\"}";

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
            var body = packed ? gzip() : TEXT.getBytes(StandardCharsets.UTF_8);
            if (packed) {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_packed_answer_reads_as_a_plain_one() {
        assertThat(api().get("/").body()).isEqualTo(TEXT);
        var packed = api().with("Accept-Encoding", "gzip").get("/");
        assertThat(packed.header("Content-Encoding")).contains("gzip");
        assertThat(packed.body()).isEqualTo(TEXT);
        assertThat(packed.object().getString("subject")).isEqualTo("Conexión rechazada");
    }

    @Test
    void another_status_than_the_required_one_is_told_with_the_answer() {
        var answer = api().get("/nowhere");
        assertThat(answer.require(404)).isSameAs(answer);
        assertThatThrownBy(() -> answer.require(200))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("404")
                .hasMessageContaining("Conexión");
    }

    private Api api() {
        return new Api("http://127.0.0.1:" + server.getAddress().getPort(), Optional::empty);
    }

    private static byte[] gzip() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
