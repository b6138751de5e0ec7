package dev.portico.plugin.host;

import java.util.Set;

/** Words with which the portal's own addresses begin: a plugin's route that begins with one would never be reached. */
public final class PortalPaths {
    /** Below a tenant's first page. */
    public static final Set<String> OF_CUSTOMERS = Set.of(
            "api",
            "dashboard",
            "drafts",
            "jakarta.faces.resource",
            "language",
            "login",
            "logo",
            "logout",
            "settings",
            "subscriptions",
            "tickets",
            "tickets.csv",
            "uploads");

    /** Below the staff's pages of a tenant. */
    public static final Set<String> OF_STAFF = Set.of(
            "api", "branding", "drafts", "migrations", "plugins", "subscriptions", "texts", "tickets", "uploads");

    private PortalPaths() {}
}
