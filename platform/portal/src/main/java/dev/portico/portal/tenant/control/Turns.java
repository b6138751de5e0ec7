package dev.portico.portal.tenant.control;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Lets tenants take turns, a few at a time, so that none waits for another's many slow servers. Thread-safe. */
public final class Turns {
    private final int most;
    private final Set<String> waiting = new LinkedHashSet<>();
    private int running;

    /** @param most turns at a time */
    public Turns(int most) {
        this.most = most;
    }

    /** Queues the tenant for one more turn, unless it waits already. */
    public synchronized void want(String tenantId) {
        waiting.add(tenantId);
    }

    /** Whose turn begins; it ends with {@link #end()}. */
    public synchronized Optional<String> begin() {
        if (running == most || waiting.isEmpty()) {
            return Optional.empty();
        }
        var next = waiting.iterator().next();
        waiting.remove(next);
        running++;
        return Optional.of(next);
    }

    public synchronized void end() {
        running--;
    }
}
