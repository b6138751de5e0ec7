package dev.portico.portal.login;

/** What somebody changes at Keycloak itself, which asks for the present password where the login was long ago. */
public enum LoginChange {
    PASSWORD("UPDATE_PASSWORD"),
    SECOND_FACTOR("CONFIGURE_TOTP");

    private final String action;

    LoginChange(String action) {
        this.action = action;
    }

    /** Keycloak's name of it. */
    String action() {
        return action;
    }
}
