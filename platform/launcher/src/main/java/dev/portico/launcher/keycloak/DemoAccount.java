package dev.portico.launcher.keycloak;

import java.util.List;

/** An account of the demo set. {@code locale} is {@code en} or {@code es}, {@code zoneinfo} a zone of the tz database. */
public record DemoAccount(
        String realm,
        String account,
        List<String> roles,
        String firstName,
        String lastName,
        String organization,
        String organizationName,
        String locale,
        String zoneinfo) {
    /** One for all of them: they are a demonstration, on loopback. */
    public static final String PASSWORD = "portico-demo";

    public DemoAccount {
        roles = List.copyOf(roles);
    }

    public String email() {
        return account + "@" + organization + ".example";
    }
}
