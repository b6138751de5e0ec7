package dev.portico.launcher.postgres;

import dev.portico.launcher.process.Secrets;

/** Who may log in to the cluster. {@code owner} makes the schema, {@code portal} works in it and owns nothing. */
public record Roles(Role superuser, Role owner, Role portal, Role keycloak) {

    /** A name and its password. */
    public record Role(String name, String password) {}

    static Roles of(Secrets secrets) {
        return new Roles(
                role("postgres", secrets),
                role("portico_owner", secrets),
                role("portico", secrets),
                role("keycloak", secrets));
    }

    private static Role role(String name, Secrets secrets) {
        return new Role(name, secrets.password("database." + name));
    }
}
