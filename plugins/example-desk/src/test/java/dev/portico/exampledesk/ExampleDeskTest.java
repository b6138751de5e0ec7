package dev.portico.exampledesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.TextCheck;
import dev.portico.plugin.testkit.WorkflowTable;
import org.junit.jupiter.api.Test;

class ExampleDeskTest {
    private final PluginPackage plugin = PluginUnderTest.read();

    @Test
    void everyTextIsThereInBothLanguagesAndUsed() {
        assertThat(PluginUnderTest.messageProblems(plugin)).isEmpty();
    }

    @Test
    void mailsBeginWithTheNumberAndLeaveNoArgumentUnfilled() {
        assertThat(TextCheck.mailProblems(plugin)).isEmpty();
    }

    @Test
    void spanishNeverSaysUsted() {
        assertThat(TextCheck.formalSpanish(plugin)).isEmpty();
    }

    /** Rows are where a request is, columns where it goes, letters who may move it: customer, manager, agent. */
    @Test
    void everyMoveOfEveryRoleIsKnown() {
        var workflow = plugin.manifest().workflows().get(0);

        assertThat(WorkflowTable.moves(workflow)).isEqualTo("""
                               1  2  3  4
                1 new          .  a  a  cma
                2 in-progress  .  .  a  cma
                3 waiting      .  a  .  cma
                4 closed       .  a  .  .
                """);
        assertThat(WorkflowTable.automaticMoves(workflow)).isEqualTo("""
                customer-commented: waiting > in-progress
                agent-replied: new > in-progress
                """);
    }
}
