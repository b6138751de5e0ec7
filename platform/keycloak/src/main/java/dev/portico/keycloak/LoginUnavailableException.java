package dev.portico.keycloak;

/** Keycloak does not answer, or not as a realm of ours: nobody can log in to that realm for the moment. */
public final class LoginUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String realm;

    LoginUnavailableException(String realm, String message) {
        super("Realm " + realm + ": " + message);
        this.realm = realm;
    }

    LoginUnavailableException(String realm, String message, Throwable cause) {
        super("Realm " + realm + ": " + message, cause);
        this.realm = realm;
    }

    public String realm() {
        return realm;
    }
}
