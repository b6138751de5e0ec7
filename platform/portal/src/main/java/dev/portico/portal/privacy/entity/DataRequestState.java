package dev.portico.portal.privacy.entity;

/** What has become of a wish to be deleted. */
public enum DataRequestState {
    WAITING,
    /** By the person. */
    CANCELLED,
    REFUSED,
    /** Carried out here; Keycloak has yet to delete the account. */
    ERASED,
    DONE
}
