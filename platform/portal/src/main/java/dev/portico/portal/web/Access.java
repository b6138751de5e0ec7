package dev.portico.portal.web;

/** Who may use a route. */
public enum Access {
    PUBLIC,
    CUSTOMER,
    AGENT,
    CSM,
    ADMIN,
    /** Any staff role. */
    STAFF
}
