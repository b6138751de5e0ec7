package dev.portico.portal.subscription.entity;

/** How somebody is told. */
public enum SubscriptionKind {
    EMAIL,
    WEBHOOK
}
