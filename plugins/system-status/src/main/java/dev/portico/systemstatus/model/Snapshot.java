package dev.portico.systemstatus.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one document says.
 *
 * @param asOf when what it says was so; empty where it does not say
 * @param components all of them; empty where the document is not about components
 * @param withdrawals none where an incident that is not in the document may go on nevertheless
 */
public record Snapshot(
        Optional<Instant> asOf,
        Optional<List<ReportedComponent>> components,
        List<ReportedIncident> incidents,
        List<Withdrawal> withdrawals) {
    /**
     * Which incidents the document would list if they were still open.
     *
     * @param maintenance whether it lists maintenance rather than incidents
     * @param since those that began then or later
     * @param asOf those that have not changed since
     * @param over whether one that is missing is over, as it should be; otherwise it has been taken back
     */
    public record Withdrawal(boolean maintenance, Instant since, Instant asOf, boolean over) {}

    /**
     * A component.
     *
     * @param id of the other system
     * @param region blank where it has none
     */
    public record ReportedComponent(String id, String name, String region, int position, ComponentStatus status) {}

    /**
     * An incident or maintenance.
     *
     * @param id of the other system
     * @param updates the oldest first
     * @param affected components by the other system's id
     */
    public record ReportedIncident(
            String id,
            boolean maintenance,
            String title,
            Impact impact,
            Phase phase,
            Instant startedAt,
            Optional<Instant> scheduledFor,
            Optional<Instant> scheduledUntil,
            Optional<Instant> resolvedAt,
            Instant updatedAt,
            List<ReportedUpdate> updates,
            Map<String, ComponentStatus> affected) {
        public ReportedIncident {
            updates = List.copyOf(updates);
            affected = Map.copyOf(affected);
        }
    }

    /**
     * What was said about an incident.
     *
     * @param at empty where the other system does not say: when it was seen
     */
    public record ReportedUpdate(String id, Phase phase, Optional<Instant> at, String body) {}

    public Snapshot {
        components = components.map(List::copyOf);
        incidents = List.copyOf(incidents);
        withdrawals = List.copyOf(withdrawals);
    }
}
