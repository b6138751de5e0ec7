package dev.portico.portal.login;

/**
 * What somebody changes at Keycloak itself, which asks for the present password where the login was long ago.
 *
 * @param action Keycloak's name of it
 */
public record LoginChange(String action) {
    public static final LoginChange PASSWORD = new LoginChange("UPDATE_PASSWORD");
    public static final LoginChange SECOND_FACTOR = new LoginChange("CONFIGURE_TOTP");

    /** Keycloak asks whether it is meant. */
    public static LoginChange removalOf(String secondFactorId) {
        return new LoginChange("delete_credential:" + secondFactorId);
    }
}
