package dev.portico.keycloak;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls to Keycloak's administration interface, each as the realm's service account. What comes back is an answer to
 * the question; whatever else Keycloak may say, or not say, is a {@link LoginUnavailableException}. Thread-safe.
 */
final class AdminApi {

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final RealmDirectory realms;
    private final String clientId;
    private final ClientSecret secret;
    private final ConcurrentHashMap<String, ServiceAccount> accounts = new ConcurrentHashMap<>();

    AdminApi(RealmDirectory realms, String clientId, ClientSecret secret) {
        this.realms = realms;
        this.clientId = clientId;
        this.secret = secret;
    }

    AdminAnswer get(String realm, String path) {
        return send(realm, "GET", path, Optional.empty());
    }

    AdminAnswer post(String realm, String path, JsonObject body) {
        return send(realm, "POST", path, Optional.of(body));
    }

    AdminAnswer put(String realm, String path, JsonObject body) {
        return send(realm, "PUT", path, Optional.of(body));
    }

    AdminAnswer delete(String realm, String path) {
        return send(realm, "DELETE", path, Optional.empty());
    }

    /** The subject that Keycloak's records of changes name for the portal's own. */
    String self(String realm) {
        return account(realm).token().subject();
    }

    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private ServiceAccount account(String realm) {
        var target = realms.realm(realm);
        return accounts.computeIfAbsent(realm, absent -> new ServiceAccount(realms, target, clientId, secret));
    }

    private AdminAnswer send(String realm, String method, String path, Optional<JsonObject> body) {
        var account = account(realm);
        var token = account.token();
        var answer = send(realm, method, path, body, token);
        if (answer.status() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            account.forget(token);
            answer = send(realm, method, path, body, account.token());
        }
        return answer.checked();
    }

    private AdminAnswer send(
            String realm, String method, String path, Optional<JsonObject> body, ServiceAccount.Token token) {
        try {
            var address = realms.settings().serverUrl() + "/admin/realms/" + realm + path;
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(
                    (int) realms.settings().connectTimeout().toMillis());
            connection.setReadTimeout((int) realms.settings().readTimeout().toMillis());
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestMethod(method);
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Authorization", "Bearer " + token.value());
            if (body.isPresent()) {
                connection.setRequestProperty("Content-Type", "application/json");
                connection.setDoOutput(true);
                try (var out = connection.getOutputStream()) {
                    out.write(body.get().toString().getBytes(StandardCharsets.UTF_8));
                }
            }
            var status = connection.getResponseCode();
            return new AdminAnswer(
                    realm,
                    status,
                    body(connection, status),
                    Optional.ofNullable(connection.getHeaderField("Location")));
        } catch (IOException e) {
            throw new LoginUnavailableException(realm, method + " of the administration: " + e.getMessage(), e);
        }
    }

    // Read to its end also where it is of no use: the connection can then be used again.
    private static String body(HttpURLConnection connection, int status) throws IOException {
        try (var in = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            var bytes = in == null ? new byte[0] : limited(in);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static byte[] limited(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("an answer of more than " + MAX_BYTES + " bytes");
        }
        return bytes;
    }
}
