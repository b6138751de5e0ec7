package dev.portico.launcher.keycloak;

/**
 * What clients of every realm prove themselves with.
 *
 * @param portal of the client {@code portico}, at which people log in
 * @param accounts of the client {@code portico-accounts}, as which the portal administers them
 */
public record RealmSecrets(String portal, String accounts) {

    /** A record's own would show them. */
    @Override
    public String toString() {
        return "RealmSecrets[hidden]";
    }
}
