package dev.portico.portal.subscription.entity;

/** How far a message to a webhook has come. */
public enum DeliveryState {
    QUEUED,
    SENT,
    /** Given up. */
    FAILED
}
