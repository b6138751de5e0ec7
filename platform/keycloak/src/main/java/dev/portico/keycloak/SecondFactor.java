package dev.portico.keycloak;

import java.time.Instant;

/**
 * What a person proves their identity with besides the password.
 *
 * @param type Keycloak's, such as {@code otp}, {@code webauthn} or {@code recovery-authn-codes}
 * @param label what the person calls it; may be empty
 */
public record SecondFactor(String id, String type, String label, Instant createdAt) {}
