package dev.portico.portal.realm.entity;

import java.time.Instant;

/**
 * An account that may have been changed at its realm.
 *
 * @param realmSubject Keycloak's key
 * @param changedAt when that was last said, by the database's clock
 */
public record ChangedAccount(Claim claim, String realmSubject, Instant changedAt) {}
