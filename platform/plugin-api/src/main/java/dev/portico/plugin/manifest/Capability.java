package dev.portico.plugin.manifest;

/** What a plugin asks for and an administrator agrees to, once for each that is new in a version. */
public enum Capability {
    /** To call other hosts. */
    OUTGOING_HOSTS,
    /** To have tables of its own in the database. */
    OWN_TABLES,
    /** To answer requests of people who are not logged in. */
    PUBLIC_ROUTES,
    /** To run in the background, at times of its own. */
    JOBS,
    /** To send mail beyond what its notifications declare. */
    MAIL
}
