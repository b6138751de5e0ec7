package dev.portico.portal.tenant.control;

import dev.portico.portal.tenant.entity.Tenant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One kind of work in which tenants take turns, a few at a time, so that none waits for all of another's slow servers.
 * {@link TenantTurns} has them run. Thread-safe.
 */
public final class Turns {
    private final String what;
    private final int most;
    private final int mostOfOne;
    private final Consumer<Tenant> turn;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Map<String, Integer> running = new HashMap<>();

    /**
     * @param what for the log
     * @param most turns at a time
     * @param mostOfOne turns at a time of one tenant
     * @param turn has no transaction and no current tenant
     */
    public Turns(String what, int most, int mostOfOne, Consumer<Tenant> turn) {
        this.what = what;
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.turn = turn;
    }

    /** Queues the tenant for one more turn, unless it waits already. */
    synchronized void want(String tenantId) {
        waiting.add(tenantId);
    }

    /** Whose turn begins; it ends with {@link #end}. */
    synchronized Optional<String> begin() {
        if (running.values().stream().mapToInt(Integer::intValue).sum() >= most) {
            return Optional.empty();
        }
        var next = waiting.stream()
                .filter(tenant -> running.getOrDefault(tenant, 0) < mostOfOne)
                .findFirst();
        next.ifPresent(tenant -> {
            waiting.remove(tenant);
            running.merge(tenant, 1, Integer::sum);
        });
        return next;
    }

    synchronized void end(String tenantId) {
        running.computeIfPresent(tenantId, (tenant, turns) -> turns == 1 ? null : turns - 1);
    }

    void take(Tenant tenant) {
        turn.accept(tenant);
    }

    String what() {
        return what;
    }
}
