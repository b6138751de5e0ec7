package dev.portico.portal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each of many may do something within a while; who has been quiet longest is forgotten first. Thread-safe. */
public final class AttemptLimit {
    private static final int MOST_KNOWN = 10_000;

    private final int most;
    private final Duration within;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private record Window(Instant until, int attempts) {}

    public AttemptLimit(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    /** @return whether this attempt is still one of those allowed */
    public synchronized boolean allows(String who, Instant now) {
        var window = windows.get(who);
        if (window == null || !window.until().isAfter(now)) {
            window = new Window(now.plus(within), 0);
        }
        windows.put(who, new Window(window.until(), window.attempts() + 1));
        return window.attempts() < most;
    }
}
