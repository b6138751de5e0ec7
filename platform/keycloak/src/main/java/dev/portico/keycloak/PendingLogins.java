package dev.portico.keycloak;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The logins that one browser has begun and not finished, one for each tab, by state. The portal keeps it in the
 * HTTP session and sets the attribute again after each use, so that a session store sees the change. At most 20,
 * the oldest dropped; each lives ten minutes and can be taken once. Thread-safe.
 */
public final class PendingLogins implements Serializable {

    static final int CAPACITY = 20;
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, PendingLogin> byState = new LinkedHashMap<>();

    synchronized void add(String state, PendingLogin login) {
        byState.put(state, login);
        if (byState.size() > CAPACITY) {
            Iterator<Map.Entry<String, PendingLogin>> oldest =
                    byState.entrySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized Optional<PendingLogin> take(String state, Instant now) {
        byState.values().removeIf(login -> login.startedAt().plus(LIFE).isBefore(now));
        return Optional.ofNullable(byState.remove(state));
    }

    /** How many logins are begun and not finished; expired ones may be among them. */
    public synchronized int size() {
        return byState.size();
    }

    // The default form would be written without the lock while another tab adds an entry.
    private synchronized void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
    }
}
