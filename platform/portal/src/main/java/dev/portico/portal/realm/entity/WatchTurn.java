package dev.portico.portal.realm.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A claimed turn at watching a realm.
 *
 * @param since changes from then on are to be heeded
 * @param walkAfter where the look at every account goes on; nothing where it is not due
 * @param silent whether the realm has not answered the last time
 */
public record WatchTurn(UUID claim, Instant since, Optional<String> walkAfter, boolean silent) {}
