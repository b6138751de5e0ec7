package dev.portico.portal.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Values kept for a set time, the least used dropped when there are too many. Thread-safe. */
final class Recent<V> {
    private final Duration life;
    private final InstantSource clock;
    private final Map<String, Entry<V>> entries;

    private record Entry<V>(V value, Instant until) {}

    Recent(Duration life, int capacity, InstantSource clock) {
        this.life = life;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entry<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The kept value, or a new one, which is made without holding the lock. */
    V get(String key, Supplier<V> source) {
        synchronized (entries) {
            var known = entries.get(key);
            if (known != null && known.until().isAfter(clock.instant())) {
                return known.value();
            }
        }
        var value = source.get();
        put(key, value);
        return value;
    }

    void put(String key, V value) {
        synchronized (entries) {
            entries.put(key, new Entry<>(value, clock.instant().plus(life)));
        }
    }
}
