package dev.portico.launcher.keycloak;

import dev.portico.launcher.process.LaunchException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
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
import java.util.Optional;
import java.util.Set;

/**
 * Brings realms up to date that were imported by another version of the stack, or when it had other ports: the import
 * leaves existing ones alone. Accounts of people stay as they are.
 */
final class RealmUpdate {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** What is no setting of the realm itself. */
    private static final Set<String> PARTS = Set.of("clients", "roles", "users", "components", "localizationTexts");

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

    /** Gives the realm the settings, clients and service accounts of {@code rendered}; what it has besides stays. */
    void apply(JsonObject rendered) {
        var realm = "/admin/realms/" + encode(rendered.getString("realm"));
        settings(realm, rendered);
        rendered.getJsonObject("localizationTexts")
                .forEach((language, texts) -> post(realm + "/localization/" + language, texts));
        rendered.getJsonArray("clients").getValuesAs(JsonObject.class).forEach(client -> client(realm, client));
        rendered.getJsonArray("users").getValuesAs(JsonObject.class).stream()
                .filter(user -> user.containsKey("serviceAccountClientId"))
                .forEach(user -> serviceAccount(realm, user));
    }

    private void settings(String realm, JsonObject rendered) {
        var wanted = Json.createObjectBuilder();
        rendered.forEach((name, value) -> {
            if (!PARTS.contains(name)) {
                wanted.add(name, value);
            }
        });
        put(
                realm,
                wanted.add("attributes", merged(get(realm).asJsonObject(), rendered))
                        .build());
        put(realm + "/users/profile", parse(DemoRealms.userProfile(rendered)).asJsonObject());
    }

    private void client(String realm, JsonObject wanted) {
        var found = find(realm, wanted.getString("clientId"));
        if (found.isEmpty()) {
            post(realm + "/clients", wanted);
            return;
        }
        var known = found.get();
        var client = Json.createObjectBuilder(known);
        wanted.forEach(client::add);
        client.add("attributes", merged(known, wanted));
        // Those that it has, with their ids: else they would be made twice.
        client.add("protocolMappers", known.getOrDefault("protocolMappers", JsonValue.EMPTY_JSON_ARRAY));
        put(realm + "/clients/" + known.getString("id"), client.build());
    }

    private void serviceAccount(String realm, JsonObject user) {
        var client = required(realm, user.getString("serviceAccountClientId"));
        var account = get(client + "/service-account-user").asJsonObject().getString("id");
        user.getJsonObject("clientRoles").forEach((clientId, names) -> {
            var owner = required(realm, clientId);
            var roles = Json.createArrayBuilder();
            names.asJsonArray()
                    .getValuesAs(JsonString.class)
                    .forEach(name -> roles.add(get(owner + "/roles/" + encode(name.getString()))));
            var ownerId = owner.substring(owner.lastIndexOf('/') + 1);
            post(realm + "/users/" + account + "/role-mappings/clients/" + ownerId, roles.build());
        });
    }

    private String required(String realm, String clientId) {
        return realm + "/clients/"
                + find(realm, clientId)
                        .orElseThrow(() -> LaunchException.of("keycloak.update", clientId, 404))
                        .getString("id");
    }

    private Optional<JsonObject> find(String realm, String clientId) {
        return get(realm + "/clients?clientId=" + encode(clientId)).asJsonArray().getValuesAs(JsonObject.class).stream()
                .findFirst();
    }

    private static JsonObject merged(JsonObject known, JsonObject wanted) {
        var attributes = Json.createObjectBuilder(attributes(known));
        attributes(wanted).forEach(attributes::add);
        return attributes.build();
    }

    private static JsonObject attributes(JsonObject of) {
        return of.getOrDefault("attributes", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    }

    private JsonValue get(String path) {
        return parse(send(request(path).GET()));
    }

    private void post(String path, JsonValue body) {
        send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())));
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
