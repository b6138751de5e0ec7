package dev.portico.keycloak;

/** A token that proves nothing here. The message is for the log, the kind for the answer. */
public final class InvalidTokenException extends Exception {

    /** What is wrong with the token. */
    public enum Kind {
        /** No token was sent. */
        MISSING,
        /** What was sent is no JSON Web Token. */
        MALFORMED,
        EXPIRED,
        /** Issued by another realm or server. */
        WRONG_ISSUER,
        /** Issued for another client. */
        WRONG_AUDIENCE,
        /** A token of another use, such as an ID token sent as an access token. */
        WRONG_TYPE,
        /** Not signed with a key of the realm, or with an algorithm that is not allowed. */
        BAD_SIGNATURE,
        /** A claim is missing or has a value that is not allowed. */
        INVALID_CLAIMS,
        /** A logout token that was taken before. */
        REPLAYED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    InvalidTokenException(Kind kind, String message) {
        super(kind + ": " + message);
        this.kind = kind;
    }

    InvalidTokenException(Kind kind, Throwable cause) {
        super(kind + ": " + cause.getMessage(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
