package dev.portico.plugin.manifest;

/** What a status means to the engine, whatever a desk calls it. */
public enum StatusCategory {
    NEW,
    ACTIVE,
    WAITING_ON_CUSTOMER,
    WAITING_ON_US,
    RESOLVED,
    CLOSED,
    ARCHIVED;

    /** Whether comments, files and status changes are still possible for the requester. */
    public boolean open() {
        return this != CLOSED && this != ARCHIVED;
    }
}
