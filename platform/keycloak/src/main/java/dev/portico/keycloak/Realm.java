package dev.portico.keycloak;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One realm: its issuer, and what its discovery document says. While it is fetched anew, the known one is used. */
final class Realm {

    static final Duration FRESH = Duration.ofHours(1);
    private static final int MAX_BYTES = 256 * 1024;

    private final String name;
    private final String issuer;
    private final KeycloakSettings settings;
    private final InstantSource clock;
    private final DefaultResourceRetriever http;
    private final Fetching fetching;
    private volatile @Nullable Discovered discovered;

    private record Discovered(OIDCProviderMetadata metadata, TokenVerifier verifier, Instant at) {}

    Realm(String name, String issuer, KeycloakSettings settings, InstantSource clock) {
        this.name = name;
        this.issuer = issuer;
        this.settings = settings;
        this.clock = clock;
        this.fetching = new Fetching(name, settings, clock);
        this.http = new DefaultResourceRetriever(
                (int) settings.connectTimeout().toMillis(),
                (int) settings.readTimeout().toMillis(),
                MAX_BYTES);
    }

    String name() {
        return name;
    }

    String issuer() {
        return issuer;
    }

    boolean isKnown() {
        return discovered != null;
    }

    OIDCProviderMetadata metadata() {
        return discovered().metadata();
    }

    TokenVerifier verifier() {
        return discovered().verifier();
    }

    private Discovered discovered() {
        var known = discovered;
        if (known == null) {
            return fetching.once(() -> Optional.ofNullable(discovered), () -> fetch(null));
        }
        return known.at().plus(FRESH).isBefore(clock.instant())
                ? fetching.unlessBusy(() -> refresh(known)).orElse(known)
                : known;
    }

    private Discovered refresh(Discovered known) {
        try {
            return fetch(known);
        } catch (LoginUnavailableException e) {
            // What was true an hour ago is a better guess than no login at all.
            var retryLater = new Discovered(known.metadata(), known.verifier(), clock.instant());
            discovered = retryLater;
            return retryLater;
        }
    }

    private Discovered fetch(@Nullable Discovered known) {
        try {
            var url = URI.create(issuer + "/.well-known/openid-configuration").toURL();
            var metadata = OIDCProviderMetadata.parse(http.retrieveResource(url).getContent());
            if (!metadata.getIssuer().getValue().equals(issuer)) {
                throw new LoginUnavailableException(
                        name, "expected issuer " + issuer + ", found " + metadata.getIssuer());
            }
            var sameKeys = known != null && known.metadata().getJWKSetURI().equals(metadata.getJWKSetURI());
            var verifier = known != null && sameKeys ? known.verifier() : verifier(metadata);
            var fetched = new Discovered(metadata, verifier, clock.instant());
            discovered = fetched;
            return fetched;
        } catch (IOException | ParseException e) {
            throw new LoginUnavailableException(name, "no discovery document: " + e.getMessage(), e);
        }
    }

    private TokenVerifier verifier(OIDCProviderMetadata metadata) throws IOException {
        return new TokenVerifier(name, issuer, metadata.getJWKSetURI().toURL(), http, settings);
    }
}
