package dev.portico.portal.realm.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A turn at watching a realm.
 *
 * @param since changes from then on are to be heeded
 * @param silent whether the realm has not answered the last time
 * @param listFrom the place in the realm's list of accounts from which on it is to be read; nothing while that is not due
 */
public record WatchTurn(Instant since, boolean silent, Optional<Integer> listFrom) {}
