package dev.portico.portal.web;

/** Who may use a route. */
public enum Access {
    PUBLIC,
    CUSTOMER,
    /** A customer who decides what the others of their organization may do. */
    CONTACT_MANAGER,
    AGENT,
    CSM,
    /** Administrators, be it of the tenants that they serve or of the platform. */
    ADMIN,
    /** Who decides which code runs here and whose; administrators of tenants do not. */
    PLATFORM_ADMIN,
    /** Any staff role. */
    STAFF
}
