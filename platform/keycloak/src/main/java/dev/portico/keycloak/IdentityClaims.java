package dev.portico.keycloak;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.portico.keycloak.InvalidTokenException.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an identity from the claims of a verified token. */
final class IdentityClaims {

    private final JWTClaimsSet claims;

    IdentityClaims(JWTClaimsSet claims) {
        this.claims = claims;
    }

    Identity identity(String realm, Optional<String> idToken) throws InvalidTokenException {
        var issuer = required("iss");
        var subject = required("sub");
        var username = text("preferred_username").orElse(subject);
        return new Identity(
                issuer,
                subject,
                realm,
                username,
                text("name").orElse(username),
                text("given_name"),
                text("family_name"),
                text("email").orElse(""),
                flag("email_verified"),
                text("locale"),
                text("zoneinfo"),
                text("organization"),
                text("organizationName"),
                texts("groups"),
                texts("tenants"),
                text("sid"),
                idToken,
                authenticatedAt());
    }

    /** Keycloak's own claim {@code typ}: what the token is for. */
    boolean isForUse(String use) {
        return text("typ").filter(use::equals).isPresent();
    }

    private String required(String name) throws InvalidTokenException {
        return text(name).orElseThrow(() -> new InvalidTokenException(Kind.INVALID_CLAIMS, "no " + name));
    }

    private Optional<String> text(String name) {
        return values(name).findFirst();
    }

    /** Only what is clearly said: anything but the JSON value true is no. */
    private boolean flag(String name) {
        return Boolean.TRUE.equals(claims.getClaim(name));
    }

    private Set<String> texts(String name) {
        return values(name).collect(Collectors.toUnmodifiableSet());
    }

    // A mapper writes a single value as text or as a list of one, as it is configured.
    private Stream<String> values(String name) {
        var claim = claims.getClaim(name);
        var all = claim instanceof Collection<?> many ? many.stream() : Stream.ofNullable(claim);
        return all.filter(String.class::isInstance).map(String.class::cast).filter(value -> !value.isBlank());
    }

    private Instant authenticatedAt() throws InvalidTokenException {
        if (claims.getClaim("auth_time") instanceof Number seconds) {
            return Instant.ofEpochSecond(seconds.longValue());
        }
        return Optional.ofNullable(claims.getIssueTime())
                .map(Date::toInstant)
                .orElseThrow(() -> new InvalidTokenException(Kind.INVALID_CLAIMS, "no iat"));
    }
}
