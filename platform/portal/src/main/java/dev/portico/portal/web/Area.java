package dev.portico.portal.web;

/** A part of the site, with the realm that its visitors come from. */
public enum Area {
    /** The list of programmes; nobody is logged in here. */
    ROOT,
    /** A programme's pages for its customers; the realm is the tenant's. */
    TENANT,
    /** Staff pages across tenants; the realm is the staff's. */
    STAFF,
    /** Staff pages within one tenant; the realm is the staff's, the data the tenant's. */
    STAFF_TENANT
}
