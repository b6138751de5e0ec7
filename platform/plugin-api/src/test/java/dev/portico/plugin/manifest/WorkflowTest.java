package dev.portico.plugin.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.Workflow.Status;
import dev.portico.plugin.manifest.Workflow.Transition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowTest {
    private final Workflow workflow = new Workflow(
            "w",
            "open",
            List.of(
                    new Status("open", "s.open", StatusCategory.NEW, Tone.NOTICE),
                    new Status("busy", "s.busy", StatusCategory.ACTIVE, Tone.NOTICE),
                    new Status("done", "s.done", StatusCategory.CLOSED, Tone.NEUTRAL)),
            List.of(
                    new Transition(Set.of("open", "busy"), "done", Set.of(Role.CUSTOMER, Role.AGENT)),
                    new Transition(Set.of("open"), "busy", Set.of(Role.AGENT))),
            Map.of(TicketEvent.AGENT_REPLIED, Map.of("open", "busy")),
            List.of());

    @Test
    void targetsAreWhatTheRoleMayDoInDeclaredOrder() {
        assertThat(workflow.targets("open", Role.AGENT)).extracting(Status::id).containsExactly("busy", "done");
        assertThat(workflow.targets("open", Role.CUSTOMER))
                .extracting(Status::id)
                .containsExactly("done");
        assertThat(workflow.targets("done", Role.AGENT)).isEmpty();
        assertThat(workflow.targets("open", Role.CSM)).isEmpty();
    }

    @Test
    void whatIsNotDeclaredIsNotAllowed() {
        assertThat(workflow.allows("open", "busy", Role.AGENT)).isTrue();
        assertThat(workflow.allows("open", "busy", Role.CUSTOMER)).isFalse();
        assertThat(workflow.allows("busy", "open", Role.AGENT)).isFalse();
        assertThat(workflow.allows("unknown", "done", Role.AGENT)).isFalse();
    }

    @Test
    void eventMovesOnlyFromTheStatusesThatItNames() {
        assertThat(workflow.after(TicketEvent.AGENT_REPLIED, "open"))
                .get()
                .extracting(Status::id)
                .isEqualTo("busy");
        assertThat(workflow.after(TicketEvent.AGENT_REPLIED, "done")).isEmpty();
        assertThat(workflow.after(TicketEvent.CREATED, "open")).isEmpty();
    }

    @Test
    void onlyClosedAndArchivedAreNotOpen() {
        for (var category : StatusCategory.values()) {
            assertThat(category.open())
                    .as(category.name())
                    .isEqualTo(category != StatusCategory.CLOSED && category != StatusCategory.ARCHIVED);
        }
    }
}
