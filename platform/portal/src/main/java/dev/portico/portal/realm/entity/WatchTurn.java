package dev.portico.portal.realm.entity;

import java.time.Instant;

/**
 * A turn at watching a realm.
 *
 * @param since changes from then on are to be heeded
 * @param silent whether the realm has not answered the last time
 */
public record WatchTurn(Instant since, boolean silent) {}
