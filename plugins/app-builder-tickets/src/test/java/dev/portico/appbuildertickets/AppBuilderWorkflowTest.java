package dev.portico.appbuildertickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.manifest.Workflow.Status;
import dev.portico.plugin.testkit.PluginUnderTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may move a ticket from which status to which, each of all moves there could be (D4, D5). */
class AppBuilderWorkflowTest {
    private static final List<String> STATUSES = List.of(
            "open",
            "acknowledged",
            "in-progress",
            "customer-pending",
            "awaiting-authorization",
            "meeting-scheduled",
            "on-hold",
            "solution-provided",
            "closed",
            "archived");

    /**
     * A row a status before, a column a status after, both in the order above: {@code a} an agent or tenant's
     * administrator may; {@code c} so may the customer and the contact manager; {@code s} only the engine may.
     */
    private static final String MOVES = """
            . a a . . . a . c .
            . . a a a a a a c .
            . a . a a a a a c .
            . . a . a a a a c .
            . . a a . a a a c .
            . . a a a . a a c .
            . a a a a a . a c .
            . . c a . a . . c .
            . . c . . . . . . s
            . . . . . . . . . .
            """;

    private static final Set<Role> ANSWERING = EnumSet.of(Role.AGENT, Role.TENANT_ADMINISTRATOR);
    private static final Set<Role> ASKING = EnumSet.of(Role.CUSTOMER, Role.CONTACT_MANAGER);

    private final Workflow workflow =
            PluginUnderTest.read().manifest().workflows().get(0);

    @Test
    void everyRoleMayMoveATicketAsTheTableSaysAndNoOtherWay() {
        var wrong = new ArrayList<String>();
        var rows = MOVES.lines().map(row -> row.split(" ")).toList();
        for (int from = 0; from < STATUSES.size(); from++) {
            for (int to = 0; to < STATUSES.size(); to++) {
                for (var role : Role.values()) {
                    var expected = allowed(rows.get(from)[to], role);
                    if (workflow.allows(STATUSES.get(from), STATUSES.get(to), role) != expected) {
                        wrong.add(role + " " + STATUSES.get(from) + " -> " + STATUSES.get(to) + " should be "
                                + (expected ? "allowed" : "forbidden"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean allowed(String cell, Role role) {
        return switch (cell) {
            case "a" -> ANSWERING.contains(role);
            case "c" -> ANSWERING.contains(role) || ASKING.contains(role);
            case "s" -> role == Role.SYSTEM;
            default -> false;
        };
    }

    @Test
    void statusesAreThoseOfTheSourceDocument() {
        assertThat(workflow.statuses()).extracting(Status::id).containsExactlyElementsOf(STATUSES);
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
        assertThat(workflow.automatic())
                .isEqualTo(Map.of(
                        TicketEvent.CUSTOMER_COMMENTED,
                        Map.of("customer-pending", "in-progress", "solution-provided", "in-progress"),
                        TicketEvent.AGENT_REPLIED,
                        Map.of("open", "acknowledged")));
    }
}
