package dev.portico.launcher.postgres;

import dev.portico.launcher.process.Secrets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may log in to the cluster. {@code owner} makes the schema, {@code portal} works in it and owns nothing,
 * {@code backup} reads every tenant's rows and changes nothing.
 */
public record Roles(Role superuser, Role owner, Role portal, Role backup, Role keycloak) {

    /** A name and its password. */
    public record Role(String name, String password) {}

    static Roles of(Secrets secrets) {
        return new Roles(
                role("postgres", secrets),
                role("portico_owner", secrets),
                role("portico", secrets),
                role("portico_backup", secrets),
                role("keycloak", secrets));
    }

    private static Role role(String name, Secrets secrets) {
        return new Role(name, secrets.password("database." + name));
    }

    /** By the name of the role, of those that the setup makes. */
    Map<String, String> passwords() {
        return Stream.of(owner, portal, backup, keycloak).collect(Collectors.toMap(Role::name, Role::password));
    }
}
