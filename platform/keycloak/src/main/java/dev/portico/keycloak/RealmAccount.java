package dev.portico.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An account as a realm holds it.
 *
 * @param subject Keycloak's own id, which never changes
 * @param username lower case
 * @param email lower case; empty where there is none
 * @param givenName empty where there is none
 * @param familyName empty where there is none
 */
public record RealmAccount(
        String subject,
        String username,
        String email,
        boolean emailVerified,
        String givenName,
        String familyName,
        boolean enabled,
        Map<String, List<String>> attributes,
        Instant createdAt) {

    public RealmAccount {
        attributes = Map.copyOf(attributes);
    }

    /** The first value of the attribute; empty where there is none. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
