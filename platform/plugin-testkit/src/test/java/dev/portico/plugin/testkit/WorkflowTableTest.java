package dev.portico.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.manifest.Workflow.Status;
import dev.portico.plugin.manifest.Workflow.Transition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowTableTest {
    private final Workflow workflow = new Workflow(
            "flow",
            "open",
            List.of(status("open"), status("solved"), status("closed")),
            List.of(
                    new Transition(Set.of("open", "solved"), "closed", Set.of(Role.values())),
                    new Transition(Set.of("open"), "solved", Set.of(Role.AGENT)),
                    new Transition(Set.of("solved"), "open", Set.of(Role.CUSTOMER, Role.AGENT))),
            Map.of(
                    TicketEvent.CUSTOMER_COMMENTED, Map.of("solved", "open", "closed", "open"),
                    TicketEvent.CREATED, Map.of("open", "solved")),
            List.of());

    @Test
    void everyMoveHasACell() {
        assertThat(WorkflowTable.moves(workflow)).isEqualTo("""
                          1   2  3
                1 open    .   a  cmastpe
                2 solved  ca  .  cmastpe
                3 closed  .   .  .
                """);
    }

    @Test
    void eventsThatMoveNothingAreLeftOut() {
        assertThat(WorkflowTable.automaticMoves(workflow)).isEqualTo("""
                created: open > solved
                customer-commented: solved > open, closed > open
                """);
    }

    private static Status status(String id) {
        return new Status(id, "label", StatusCategory.ACTIVE, Tone.NEUTRAL);
    }
}
