package dev.portico.launcher.mail;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether an access token is for a mailbox: its issuer says whose it is, and that is the owner of the address. */
public final class TokenCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI userInfo;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param userInfo the issuer's UserInfo endpoint (OpenID Connect), which refuses tokens that have ended */
    public TokenCheck(URI userInfo) {
        this.userInfo = userInfo;
    }

    /** Whatever is no token of that issuer is for nobody. */
    boolean opens(String address, String token) {
        if (!token.matches("[A-Za-z0-9._~+/=-]+")) {
            return false;
        }
        var request = HttpRequest.newBuilder(userInfo)
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body();
                    var reader = Json.createReader(body)) {
                return answer.statusCode() == 200
                        && reader.readObject().getString("email", "").equalsIgnoreCase(address);
            }
        } catch (IOException | JsonException nobody) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
