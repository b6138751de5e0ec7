package dev.portico.keycloak;

import java.net.URI;
import java.time.Duration;

/**
 * How the portal reaches Keycloak.
 *
 * @param serverUrl base address as browsers see it, without a slash at its end; issuers are
 *     {@code <serverUrl>/realms/<realm>}
 * @param clientId the portal's client, the same in every realm; also the audience that API tokens must carry
 * @param clockSkew how far the two clocks may differ when times in tokens are checked
 * @param connectTimeout for each call to Keycloak, at least a millisecond
 * @param readTimeout for each call to Keycloak, at least a millisecond
 */
public record KeycloakSettings(
        URI serverUrl,
        String clientId,
        ClientSecret clientSecret,
        Duration clockSkew,
        Duration connectTimeout,
        Duration readTimeout) {

    public KeycloakSettings {
        var text = serverUrl.toString();
        serverUrl = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : serverUrl;
        if (serverUrl.getHost() == null || serverUrl.getQuery() != null || serverUrl.getFragment() != null) {
            throw new IllegalArgumentException("Not an absolute address of a server: " + serverUrl);
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("The client id is empty");
        }
        if (clockSkew.isNegative()) {
            throw new IllegalArgumentException("The clock skew is negative");
        }
        // Zero would mean "wait for ever" to the JDK's HTTP client.
        if (connectTimeout.toMillis() < 1 || readTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("A time-out is shorter than a millisecond");
        }
    }

    /** Settings with 30 s of clock skew, 2 s to connect and 5 s to read. */
    public static KeycloakSettings of(URI serverUrl, String clientId, String clientSecret) {
        return new KeycloakSettings(
                serverUrl,
                clientId,
                new ClientSecret(clientSecret),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
    }
}
