package dev.portico.testclient;

import dev.portico.launcher.keycloak.DemoAccount;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An account's access token, fetched again before it runs out. */
public final class Token {
    private static final Duration FRESH = Duration.ofSeconds(45);

    private final URI endpoint;
    private final String account;
    private Optional<String> value = Optional.empty();
    private Instant fetched = Instant.EPOCH;

    public Token(String keycloakUrl, String realm, String account) {
        this.endpoint = URI.create(keycloakUrl + "/realms/" + realm + "/protocol/openid-connect/token");
        this.account = account;
    }

    public synchronized String value() {
        if (value.isEmpty() || Instant.now().isAfter(fetched.plus(FRESH))) {
            fetched = Instant.now();
            value = Optional.of(fetch());
        }
        return value.orElseThrow();
    }

    private String fetch() {
        var form = "grant_type=password&client_id=portico-cli&scope=openid&username=" + account + "&password="
                + DemoAccount.PASSWORD;
        var answer = Api.send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8))
                .build());
        if (answer.status() != 200) {
            throw new IllegalStateException("No token for " + account + " at " + endpoint + ": " + answer.body());
        }
        return answer.object().getString("access_token");
    }
}
