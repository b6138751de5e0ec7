package dev.portico.keycloak;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One realm: its issuer, and what its discovery document says. The document is fetched by one request at a time;
 * the others wait for that one, within the time-outs, or go on with the document that they have. After a failure
 * nobody asks again for a moment, so that a Keycloak that is down costs one request its time-out, not all.
 */
final class Realm {

    static final Duration FRESH = Duration.ofHours(1);
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 256 * 1024;

    private final String name;
    private final String issuer;
    private final KeycloakSettings settings;
    private final InstantSource clock;
    private final DefaultResourceRetriever http;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Discovered discovered;
    private volatile @Nullable Failure failure;

    private record Discovered(OIDCProviderMetadata metadata, TokenVerifier verifier, Instant at) {}

    private record Failure(LoginUnavailableException cause, Instant at) {}

    Realm(String name, String issuer, KeycloakSettings settings, InstantSource clock) {
        this.name = name;
        this.issuer = issuer;
        this.settings = settings;
        this.clock = clock;
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
            return discoverOnce();
        }
        if (known.at().plus(FRESH).isBefore(clock.instant()) && fetching.tryLock()) {
            try {
                return refresh(known);
            } finally {
                fetching.unlock();
            }
        }
        return known;
    }

    private Discovered discoverOnce() {
        throwIfFailedLately();
        waitForTurn();
        try {
            var meanwhile = discovered;
            if (meanwhile != null) {
                return meanwhile;
            }
            throwIfFailedLately();
            return fetch(null);
        } finally {
            fetching.unlock();
        }
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
            failure = null;
            return fetched;
        } catch (IOException | ParseException e) {
            throw failed(new LoginUnavailableException(name, "no discovery document: " + e.getMessage(), e));
        } catch (LoginUnavailableException e) {
            throw failed(e);
        }
    }

    private TokenVerifier verifier(OIDCProviderMetadata metadata) throws IOException {
        return new TokenVerifier(name, issuer, metadata.getJWKSetURI().toURL(), http, settings);
    }

    private LoginUnavailableException failed(LoginUnavailableException cause) {
        failure = new Failure(cause, clock.instant());
        return cause;
    }

    private void throwIfFailedLately() {
        var last = failure;
        if (last != null && last.at().plus(PAUSE_AFTER_FAILURE).isAfter(clock.instant())) {
            throw new LoginUnavailableException(name, "no answer a moment ago", last.cause());
        }
    }

    private void waitForTurn() {
        var limit = settings.connectTimeout().plus(settings.readTimeout()).toMillis();
        try {
            if (!fetching.tryLock(limit, TimeUnit.MILLISECONDS)) {
                throw new LoginUnavailableException(name, "no answer in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoginUnavailableException(name, "interrupted while waiting", e);
        }
    }
}
