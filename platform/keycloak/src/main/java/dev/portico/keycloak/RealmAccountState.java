package dev.portico.keycloak;

import java.util.Map;

/**
 * What a realm shall hold of an account.
 *
 * @param username of at least three characters
 * @param givenName may be empty
 * @param familyName may be empty
 * @param attributes by name, which the realm's user profile must declare: it drops others without a word. An empty
 *     value removes the attribute; those not named stay
 */
public record RealmAccountState(
        String username,
        String email,
        boolean emailVerified,
        String givenName,
        String familyName,
        boolean enabled,
        Map<String, String> attributes) {

    public RealmAccountState {
        attributes = Map.copyOf(attributes);
    }
}
