package dev.portico.appbuildertickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.manifest.Workflow.Status;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.WorkflowTable;
import org.junit.jupiter.api.Test;

/** Who may move a ticket from which status to which, each of all moves there could be (D4, D5). */
class AppBuilderWorkflowTest {
    private final Workflow workflow =
            PluginUnderTest.read().manifest().workflows().get(0);

    /** A customer reopens what is not solved; nothing leads out of the archive. */
    @Test
    void everyRoleMayMoveATicketAsTheTableSaysAndNoOtherWay() {
        assertThat(WorkflowTable.moves(workflow)).isEqualTo("""
                                      1  2   3     4   5   6   7   8   9     10
            1 open                    .  at  at    .   .   .   at  .   cmat  .
            2 acknowledged            .  .   at    at  at  at  at  at  cmat  .
            3 in-progress             .  at  .     at  at  at  at  at  cmat  .
            4 customer-pending        .  .   at    .   at  at  at  at  cmat  .
            5 awaiting-authorization  .  .   at    at  .   at  at  at  cmat  .
            6 meeting-scheduled       .  .   at    at  at  .   at  at  cmat  .
            7 on-hold                 .  at  at    at  at  at  .   at  cmat  .
            8 solution-provided       .  .   cmat  at  .   at  .   .   cmat  .
            9 closed                  .  .   cmat  .   .   .   .   .   .     e
            10 archived               .  .   .     .   .   .   .   .   .     .
            """);
    }

    @Test
    void categoriesSayWhoHasToActNext() {
        assertThat(workflow.statuses())
                .extracting(Status::category)
                .containsExactly(
                        StatusCategory.NEW,
                        StatusCategory.ACTIVE,
                        StatusCategory.ACTIVE,
                        StatusCategory.WAITING_ON_CUSTOMER,
                        StatusCategory.WAITING_ON_US,
                        StatusCategory.ACTIVE,
                        StatusCategory.WAITING_ON_US,
                        StatusCategory.RESOLVED,
                        StatusCategory.CLOSED,
                        StatusCategory.ARCHIVED);
    }

    @Test
    void answersMoveATicketByThemselves() {
        assertThat(WorkflowTable.automaticMoves(workflow)).isEqualTo("""
            customer-commented: customer-pending > in-progress, solution-provided > in-progress
            agent-replied: open > acknowledged
            """);
    }
}
