package dev.portico.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import dev.portico.keycloak.InvalidTokenException.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the access tokens of API calls. A token counts only in the realm that issued it and only when it is
 * meant for the portal. A verified one is remembered by its hash until it expires, for a minute at most, so that
 * a disabled account is not served for long. Thread-safe; one for the whole portal.
 */
public final class BearerTokens {

    private static final String SCHEME = "Bearer ";
    private static final Duration MAX_MEMORY = Duration.ofSeconds(60);
    private static final int MAX_REMEMBERED = 10_000;
    private static final JOSEObjectType ACCESS_TOKEN_JWT = new JOSEObjectType("at+jwt");

    private final RealmDirectory realms;
    private final Map<String, Verified> verified = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    private record Verified(Identity identity, Instant until) {}

    public BearerTokens(RealmDirectory realms) {
        this.realms = realms;
    }

    /**
     * Who calls.
     *
     * @param realm the realm of the tenant that is called
     * @param authorization header {@code Authorization} as sent, or null
     * @throws InvalidTokenException where the answer must be 401
     * @throws LoginUnavailableException where the realm's keys cannot be had: 503
     */
    public Identity verify(String realm, @Nullable String authorization) throws InvalidTokenException {
        var token = token(authorization);
        var key = realm + " " + sha256(token);
        var now = realms.clock().instant();
        var known = remembered(key);
        if (known.isPresent() && now.isBefore(known.get().until())) {
            return known.get().identity();
        }
        var claims = claims(realms.realm(realm), token);
        var identity = new IdentityClaims(claims).identity(realm, Optional.empty());
        remember(key, new Verified(identity, earlier(claims.getExpirationTime().toInstant(), now.plus(MAX_MEMORY))));
        return identity;
    }

    private static String token(@Nullable String authorization) throws InvalidTokenException {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new InvalidTokenException(Kind.MISSING, "no bearer token");
        }
        return authorization.substring(SCHEME.length()).strip();
    }

    private JWTClaimsSet claims(Realm realm, String token) throws InvalidTokenException {
        var rules = new DefaultJWTClaimsVerifier<SecurityContext>(
                new JWTClaimsSet.Builder().issuer(realm.issuer()).build(), Set.of("sub", "exp", "iat"));
        rules.setMaxClockSkew((int) realms.settings().clockSkew().toSeconds());
        var types = new DefaultJOSEObjectTypeVerifier<SecurityContext>(ACCESS_TOKEN_JWT, JOSEObjectType.JWT, null);
        var claims = realm.verifier().verify(token, types, rules);
        // An ID token has the portal as its audience too, and must not open the API.
        if (!new IdentityClaims(claims).isForUse("Bearer")) {
            throw new InvalidTokenException(Kind.WRONG_TYPE, "not an access token");
        }
        if (!claims.getAudience().contains(realms.settings().clientId())) {
            throw new InvalidTokenException(Kind.WRONG_AUDIENCE, "meant for " + claims.getAudience());
        }
        return claims;
    }

    private Optional<Verified> remembered(String key) {
        synchronized (verified) {
            return Optional.ofNullable(verified.get(key));
        }
    }

    private void remember(String key, Verified entry) {
        synchronized (verified) {
            verified.put(key, entry);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
