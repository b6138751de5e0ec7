package dev.portico.plugin.manifest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Statuses of a ticket type and who may move a ticket between them.
 *
 * @param initial status of a new ticket
 * @param automatic status after an event, by event and status before it; absent: the status stays
 * @param timed what happens to a ticket that stays in a status
 */
public record Workflow(
        String id,
        String initial,
        List<Status> statuses,
        List<Transition> transitions,
        Map<TicketEvent, Map<String, String>> automatic,
        List<Timed> timed) {
    public Workflow {
        statuses = List.copyOf(statuses);
        transitions = List.copyOf(transitions);
        automatic = Map.copyOf(automatic);
        timed = List.copyOf(timed);
    }

    /** @param label message key */
    public record Status(String id, String label, StatusCategory category, Tone tone) {}

    /**
     * A ticket that has been in status {@code from} for so long is moved by the engine, as {@link Role#SYSTEM}.
     *
     * @param after positive; a day has 24 hours
     */
    public record Timed(String from, Duration after, String to) {}

    public record Transition(Set<String> from, String to, Set<Role> roles) {
        public Transition {
            from = Set.copyOf(from);
            roles = Set.copyOf(roles);
        }
    }

    public Optional<Status> status(String id) {
        return statuses.stream().filter(status -> status.id().equals(id)).findFirst();
    }

    /** Whether tickets can come into an archive. */
    public boolean archives() {
        return statuses.stream().anyMatch(status -> status.category() == StatusCategory.ARCHIVED);
    }

    /** Where {@code role} may move a ticket that is in status {@code from}, in declared order. */
    public List<Status> targets(String from, Role role) {
        return statuses.stream().filter(to -> allows(from, to.id(), role)).toList();
    }

    public boolean allows(String from, String to, Role role) {
        return transitions.stream()
                .anyMatch(move -> move.to().equals(to)
                        && move.from().contains(from)
                        && move.roles().contains(role));
    }

    /** The status that {@code event} leads to by itself, if it changes anything. */
    public Optional<Status> after(TicketEvent event, String from) {
        return Optional.ofNullable(automatic.getOrDefault(event, Map.of()).get(from))
                .flatMap(this::status);
    }
}
