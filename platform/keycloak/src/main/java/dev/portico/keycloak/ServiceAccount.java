package dev.portico.keycloak;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the portal is to the administration of one realm. Its token is kept until shortly before it ends. Thread-safe. */
final class ServiceAccount {

    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Realm realm;
    private final String clientId;
    private final ClientSecret secret;
    private final TokenEndpoint endpoint;
    private final InstantSource clock;
    private final Fetching fetching;
    private volatile @Nullable Token token;

    /** {@code subject} is the service account's own. */
    record Token(String value, String subject, Instant until) {}

    ServiceAccount(RealmDirectory realms, Realm realm, String clientId, ClientSecret secret) {
        this.realm = realm;
        this.clientId = clientId;
        this.secret = secret;
        this.endpoint = new TokenEndpoint(realms.settings());
        this.clock = realms.clock();
        this.fetching = new Fetching(realm.name(), realms.settings(), clock);
    }

    Token token() {
        return known().orElseGet(() -> fetching.once(this::known, this::fetch));
    }

    /** Forgets a token that Keycloak does not take any more; one that was fetched meanwhile stays. */
    synchronized void forget(Token refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private Optional<Token> known() {
        return Optional.ofNullable(token).filter(kept -> clock.instant().isBefore(kept.until()));
    }

    private synchronized void keep(Token fetched) {
        token = fetched;
    }

    private Token fetch() {
        var asked = clock.instant();
        var answer = endpoint.serviceToken(realm, clientId, secret);
        var life = Duration.ofSeconds(answer.getLifetime());
        var margin = life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN;
        var fetched = new Token(answer.getValue(), subject(answer.getValue()), asked.plus(life.minus(margin)));
        keep(fetched);
        return fetched;
    }

    private String subject(String value) {
        try {
            return Optional.ofNullable(JWTParser.parse(value).getJWTClaimsSet())
                    .map(claims -> claims.getSubject())
                    .orElseThrow(() -> new LoginUnavailableException(realm.name(), "a token of nobody"));
        } catch (ParseException e) {
            throw new LoginUnavailableException(realm.name(), "not a token: " + e.getMessage(), e);
        }
    }
}
