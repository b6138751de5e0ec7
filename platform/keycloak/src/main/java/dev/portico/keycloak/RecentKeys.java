package dev.portico.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;

/** Keys seen lately: each is kept for a set time, and the oldest go when there are too many. Thread-safe. */
final class RecentKeys {

    private final Duration life;
    private final int capacity;
    private final InstantSource clock;
    private final LinkedHashMap<String, Instant> seen = new LinkedHashMap<>();

    RecentKeys(Duration life, int capacity, InstantSource clock) {
        this.life = life;
        this.capacity = capacity;
        this.clock = clock;
    }

    /** Whether the key is new. */
    synchronized boolean add(String key) {
        dropOld();
        return seen.putIfAbsent(key, clock.instant()) == null;
    }

    synchronized boolean contains(String key) {
        dropOld();
        return seen.containsKey(key);
    }

    private void dropOld() {
        var limit = clock.instant().minus(life);
        Iterator<Instant> oldestFirst = seen.values().iterator();
        while (oldestFirst.hasNext() && (oldestFirst.next().isBefore(limit) || seen.size() >= capacity)) {
            oldestFirst.remove();
        }
    }
}
