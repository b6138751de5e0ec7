package dev.portico.plugin.host;

import java.util.Set;

/** Words with which the portal's own addresses begin: a plugin's route that begins with one would never be reached. */
public final class PortalPaths {
    /** Below a tenant's first page. */
    public static final Set<String> OF_CUSTOMERS = Set.of(
            "api",
            "contacts",
            "dashboard",
            "delegations",
            "drafts",
            "jakarta.faces.resource",
            "invitations",
            "language",
            "login",
            "logo",
            "logout",
            "register",
            "registrations",
            "settings",
            "subscriptions",
            "terms",
            "tickets",
            "tickets.csv",
            "uploads");

    /** Below the staff's pages of a tenant. */
    public static final Set<String> OF_STAFF = Set.of(
            "api",
            "branding",
            "data-requests",
            "drafts",
            "mailboxes",
            "migrations",
            "organizations",
            "people",
            "plugins",
            "received-mails",
            "subscriptions",
            "terms",
            "texts",
            "tickets",
            "uploads");

    private PortalPaths() {}
}
