package dev.portico.keycloak;

/** The realm's rules do not allow such an account, such as an address that is none. Trying again is of no use. */
public final class AccountRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    AccountRefusedException(String realm, String field, String rule) {
        super("Realm " + realm + ": " + field + " " + rule);
        this.field = field;
    }

    /** {@code username}, {@code email}, {@code firstName}, {@code lastName} or an attribute; empty where it is not known. */
    public String field() {
        return field;
    }
}
