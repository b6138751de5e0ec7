package dev.portico.portal.release.entity;

/** Whose word a release has. */
public enum Origin {
    /** It was shipped with the portal. */
    BUNDLED,
    /** A publisher signed it whose key was pinned at that time. */
    PUBLISHED,
    /** Nobody known signed it: plugins are developed here. */
    UNVERIFIED
}
