package dev.portico.portal.login;

import dev.portico.keycloak.LoginResult;
import dev.portico.keycloak.LoginResult.LoggedIn;
import dev.portico.keycloak.LoginResult.Refused;

/** A browser came back from the login page of a tenant's realm. */
public record LoginEnded(String tenantId, Outcome outcome) {
    public enum Outcome {
        LOGGED_IN,
        REFUSED,
        /** Begun elsewhere or too long ago, and so begun again. */
        STALE
    }

    static LoginEnded of(String realm, LoginResult result) {
        if (result instanceof LoggedIn) {
            return new LoginEnded(realm, Outcome.LOGGED_IN);
        }
        return new LoginEnded(realm, result instanceof Refused ? Outcome.REFUSED : Outcome.STALE);
    }
}
