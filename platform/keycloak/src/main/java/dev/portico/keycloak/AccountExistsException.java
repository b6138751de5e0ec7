package dev.portico.keycloak;

/** The realm has another account with that user name or address. */
public final class AccountExistsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccountExistsException(String realm, String message) {
        super("Realm " + realm + ": " + message);
    }
}
