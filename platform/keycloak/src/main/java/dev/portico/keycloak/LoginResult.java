package dev.portico.keycloak;

import java.util.Optional;

/** What came of a login when the browser returns from Keycloak. */
public sealed interface LoginResult {

    /**
     * The user is known. The portal gives the HTTP session a new id before it stores the identity.
     *
     * @param returnTo local path and query of the page that was wanted
     */
    record LoggedIn(Identity identity, String returnTo) implements LoginResult {}

    /**
     * There is no login, and beginning again by itself would be wrong.
     *
     * @param detail for the log, not for the user
     */
    record Refused(Reason reason, String detail, String returnTo) implements LoginResult {}

    /**
     * The answer belongs to no login that this session began, or Keycloak gave up waiting: begin again.
     *
     * @param returnTo the page that was wanted, where it is still known
     */
    record Stale(Optional<String> returnTo) implements LoginResult {}

    /** Why there is no login. */
    enum Reason {
        /** The user, or a policy of the realm, said no. */
        ACCESS_DENIED,
        /** The realm let the user in, the portal does not: the account is disabled here. */
        DISABLED,
        /** Keycloak reported another error. */
        PROVIDER_ERROR,
        /** The answer came from another realm than the one asked. */
        WRONG_REALM,
        /** Keycloak did not accept the code. */
        CODE_REJECTED,
        /** The password is wrong, or Keycloak wants more than a password of this person. */
        PASSWORD_REJECTED,
        /** The ID token failed a check. */
        INVALID_TOKEN
    }
}
