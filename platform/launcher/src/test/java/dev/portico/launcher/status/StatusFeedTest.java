package dev.portico.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusFeedTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/status/", new StatusFeed(SINCE));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void summaryHasOnlyWhatGoesOn() throws Exception {
        var harmony = json(get("harmony/api/v2/summary.json", ""));
        var appBuilder = json(get("app-builder/api/v2/summary.json", ""));

        assertThat(harmony.getJsonArray("incidents")).isEmpty();
        assertThat(harmony.getJsonArray("scheduled_maintenances")).hasSize(1);
        assertThat(harmony.getJsonArray("components")).hasSize(15);
        var incident = appBuilder.getJsonArray("incidents").getJsonObject(0);
        assertThat(incident.getString("created_at")).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(incident.getJsonArray("components").getJsonObject(0).getString("name"))
                .isEqualTo("EU cloud");
    }

    @Test
    void historyHasWhatIsOverToo() throws Exception {
        assertThat(json(get("harmony/api/v2/incidents.json", "")).getJsonArray("incidents"))
                .hasSize(2);
    }

    @Test
    void aReaderThatHasItNeedsItNoSecondTime() throws Exception {
        var tag = get("harmony/api/v2/summary.json", "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(get("harmony/api/v2/summary.json", tag).statusCode()).isEqualTo(304);
        assertThat(get("harmony/api/v2/incidents.json", tag).statusCode()).isEqualTo(200);
        assertThat(get("nobody/api/v2/summary.json", "").statusCode()).isEqualTo(404);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private HttpResponse<String> get(String path, String tag) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/status/" + path);
        var request = HttpRequest.newBuilder(address);
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
