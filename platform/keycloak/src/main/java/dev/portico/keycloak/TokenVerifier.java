package dev.portico.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import dev.portico.keycloak.InvalidTokenException.Kind;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Checks that a token was signed with a key of one realm. Keys are kept for five minutes, and for an hour while
 * Keycloak does not answer; an unknown key id makes them be fetched again, at most twice in ten seconds, so that
 * made-up key ids cannot be turned into a flood of requests to Keycloak.
 */
final class TokenVerifier {

    private static final Duration KEY_LIFE = Duration.ofMinutes(5);
    private static final Duration KEY_LIFE_IN_OUTAGE = Duration.ofHours(1);
    private static final Duration MIN_REFETCH_INTERVAL = Duration.ofSeconds(10);
    private static final int MAX_LENGTH = 32 * 1024;

    // Asymmetric only: with HS256 allowed, whoever knows the public key could sign.
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final String realm;
    private final String issuer;
    private final JWKSource<SecurityContext> keys;

    TokenVerifier(String realm, String issuer, URL keySet, ResourceRetriever http, KeycloakSettings settings) {
        this.realm = realm;
        this.issuer = issuer;
        var limit = settings.connectTimeout().plus(settings.readTimeout());
        this.keys = tolerant(JWKSourceBuilder.<SecurityContext>create(keySet, http)
                .cache(KEY_LIFE.toMillis(), limit.toMillis())
                // Refreshing ahead would start threads that outlive the web application.
                .refreshAheadCache(false)
                .retrying(false)
                .rateLimited(MIN_REFETCH_INTERVAL.toMillis())
                .outageTolerant(KEY_LIFE_IN_OUTAGE.toMillis())
                .build());
    }

    /**
     * Claims of a token that this realm has signed.
     *
     * @param types the allowed values of the header {@code typ}; a null among them allows its absence
     * @throws LoginUnavailableException where the keys cannot be had
     */
    JWTClaimsSet verify(
            String token,
            DefaultJOSEObjectTypeVerifier<SecurityContext> types,
            JWTClaimsSetVerifier<SecurityContext> claims)
            throws InvalidTokenException {
        var jwt = parse(token);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims);
        try {
            return processor.process(jwt, null);
        } catch (KeySourceException e) {
            throw new LoginUnavailableException(realm, "no keys: " + e.getMessage(), e);
        } catch (ExpiredJWTException e) {
            throw new InvalidTokenException(Kind.EXPIRED, e);
        } catch (BadJWTException e) {
            throw new InvalidTokenException(Kind.INVALID_CLAIMS, e);
        } catch (BadJOSEException | JOSEException e) {
            throw new InvalidTokenException(Kind.BAD_SIGNATURE, e);
        }
    }

    /** Parses, and refuses a foreign issuer before its keys are looked for among ours. */
    private JWT parse(String token) throws InvalidTokenException {
        if (token.length() > MAX_LENGTH) {
            throw new InvalidTokenException(Kind.MALFORMED, "longer than " + MAX_LENGTH);
        }
        try {
            var jwt = JWTParser.parse(token);
            var claims = jwt.getJWTClaimsSet();
            if (claims == null || !issuer.equals(claims.getIssuer())) {
                throw new InvalidTokenException(Kind.WRONG_ISSUER, claims == null ? "encrypted" : "not " + issuer);
            }
            return jwt;
        } catch (ParseException e) {
            throw new InvalidTokenException(Kind.MALFORMED, e);
        }
    }

    /** A limit reached while keys are known means that the token's key is none of them, not an outage. */
    private static JWKSource<SecurityContext> tolerant(JWKSource<SecurityContext> source) {
        var hadKeys = new AtomicBoolean();
        return (selector, context) -> {
            try {
                var found = source.get(selector, context);
                hadKeys.set(true);
                return found;
            } catch (RateLimitReachedException e) {
                if (hadKeys.get()) {
                    return List.of();
                }
                throw e;
            }
        };
    }
}
