package dev.portico.launcher.keycloak;

import dev.portico.launcher.process.LaunchException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Brings realms up to date that were imported when the stack had other ports: the import leaves existing ones alone. */
final class RealmUpdate {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String server;
    private final String token;

    RealmUpdate(String server, String admin, String password) {
        this.server = server;
        var form =
                "grant_type=password&client_id=admin-cli&username=" + encode(admin) + "&password=" + encode(password);
        var answer = send(HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        this.token = parse(answer).asJsonObject().getString("access_token");
    }

    /** Gives the realm its mail server and the client {@code portico} its addresses, as in {@code rendered}. */
    void apply(JsonObject rendered) {
        var realm = "/admin/realms/" + rendered.getString("realm");
        put(
                realm,
                Json.createObjectBuilder()
                        .add("smtpServer", rendered.get("smtpServer"))
                        .build());
        var wanted = rendered.getJsonArray("clients").getJsonObject(0);
        var known = parse(send(request(realm + "/clients?clientId=" + encode(wanted.getString("clientId")))
                        .GET()))
                .asJsonArray()
                .getJsonObject(0);
        var attributes = Json.createObjectBuilder(known.getJsonObject("attributes"));
        wanted.getJsonObject("attributes").forEach(attributes::add);
        var client = Json.createObjectBuilder(known)
                .add("redirectUris", wanted.get("redirectUris"))
                .add("webOrigins", wanted.get("webOrigins"))
                .add("attributes", attributes)
                .build();
        put(realm + "/clients/" + known.getString("id"), client);
    }

    private void put(String path, JsonObject body) {
        send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder builder) {
        var request = builder.timeout(LIMIT).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw LaunchException.of("keycloak.update", request.uri().getPath(), answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw LaunchException.because(e, "keycloak.update", request.uri().getPath(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchException.of("start.interrupted");
        }
    }

    private static JsonValue parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
