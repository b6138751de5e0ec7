package dev.portico.portal.subscription.entity;

/** How far a subscription has come. */
public enum SubscriptionState {
    /** Not confirmed yet: nobody is told. */
    PENDING,
    ACTIVE,
    /** A webhook that has not answered for days. */
    PAUSED,
    ENDED
}
