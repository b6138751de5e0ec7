package dev.portico.keycloak;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, as the realm says. Its key is (issuer, subject), never the user name.
 *
 * @param username claim {@code preferred_username}; the subject where that is absent
 * @param name claim {@code name}; the user name where that is absent
 * @param givenName claim {@code given_name}
 * @param familyName claim {@code family_name}
 * @param email claim {@code email}; empty where that is absent
 * @param emailVerified whether the realm has seen that the address is this person's
 * @param locale claim {@code locale}, a BCP 47 tag, not checked
 * @param zone claim {@code zoneinfo}, a time zone id, not checked
 * @param organization claim {@code organization}, the key of the company
 * @param organizationName claim {@code organizationName}
 * @param groups claim {@code groups}, flat
 * @param tenants claim {@code tenants}, of staff: the tenants that they serve
 * @param sessionId claim {@code sid}: the session at Keycloak
 * @param idToken hint for logout; absent when an access token was presented
 * @param authenticatedAt claim {@code auth_time}, else {@code iat}
 */
public record Identity(
        String issuer,
        String subject,
        String realm,
        String username,
        String name,
        Optional<String> givenName,
        Optional<String> familyName,
        String email,
        boolean emailVerified,
        Optional<String> locale,
        Optional<String> zone,
        Optional<String> organization,
        Optional<String> organizationName,
        Set<String> groups,
        Set<String> tenants,
        Optional<String> sessionId,
        Optional<String> idToken,
        Instant authenticatedAt)
        implements Serializable {

    public Identity {
        groups = Set.copyOf(groups);
        tenants = Set.copyOf(tenants);
    }

    /** Without the ID token, which would let a reader of a log end the session. */
    @Override
    public String toString() {
        return "Identity[" + username + " (" + subject + ") of " + issuer + "]";
    }

    private Object writeReplace() {
        return new Form(
                issuer,
                subject,
                realm,
                username,
                name,
                givenName.orElse(null),
                familyName.orElse(null),
                email,
                emailVerified,
                locale.orElse(null),
                zone.orElse(null),
                organization.orElse(null),
                organizationName.orElse(null),
                groups,
                tenants,
                sessionId.orElse(null),
                idToken.orElse(null),
                authenticatedAt);
    }

    /** The serialized form: an Optional is not serializable. */
    private record Form(
            String issuer,
            String subject,
            String realm,
            String username,
            String name,
            @Nullable String givenName,
            @Nullable String familyName,
            String email,
            boolean emailVerified,
            @Nullable String locale,
            @Nullable String zone,
            @Nullable String organization,
            @Nullable String organizationName,
            Set<String> groups,
            Set<String> tenants,
            @Nullable String sessionId,
            @Nullable String idToken,
            Instant authenticatedAt)
            implements Serializable {

        private Object readResolve() {
            return new Identity(
                    issuer,
                    subject,
                    realm,
                    username,
                    name,
                    Optional.ofNullable(givenName),
                    Optional.ofNullable(familyName),
                    email,
                    emailVerified,
                    Optional.ofNullable(locale),
                    Optional.ofNullable(zone),
                    Optional.ofNullable(organization),
                    Optional.ofNullable(organizationName),
                    groups,
                    tenants,
                    Optional.ofNullable(sessionId),
                    Optional.ofNullable(idToken),
                    authenticatedAt);
        }
    }
}
