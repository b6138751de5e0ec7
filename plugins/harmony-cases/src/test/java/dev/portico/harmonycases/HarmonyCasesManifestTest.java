package dev.portico.harmonycases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.i18n.Messages;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Notification.Recipient;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.TextCheck;
import dev.portico.plugin.testkit.WorkflowTable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HarmonyCasesManifestTest {
    private final PluginPackage plugin = PluginUnderTest.read();
    private final TicketType cases = plugin.manifest().ticketTypes().get(0);
    private final Workflow workflow = plugin.manifest().workflows().get(0);
    private final Messages messages = new Messages(List.copyOf(plugin.messages().values()));

    @Test
    void messagesAreCompleteInBothLanguagesAndAllUsed() {
        assertThat(PluginUnderTest.messageProblems(plugin)).isEmpty();
    }

    @Test
    void formAsksInTheOrderOfTheSourceDocument() {
        assertThat(cases.fields())
                .extracting(Field::kind)
                .containsExactly(
                        Field.Kind.PRODUCT,
                        Field.Kind.SUBJECT,
                        Field.Kind.DESCRIPTION,
                        Field.Kind.FILES,
                        Field.Kind.SCALE);
    }

    @Test
    void severityLevelsBearTheLabelsOfTheGlossary() {
        assertThat(text("severity.1", Languages.ENGLISH)).isEqualTo("1 (critical)");
        assertThat(text("severity.1", Languages.SPANISH)).isEqualTo("1 (crítico)");
        assertThat(text("severity.3", Languages.SPANISH)).isEqualTo("3 (menor)");
    }

    /** Customers close, agents do the rest, and a closed case is taken up again by an agent only. */
    @Test
    void everyMoveOfEveryRoleIsKnown() {
        assertThat(WorkflowTable.moves(workflow)).isEqualTo("""
                                    1  2  3  4  5  6
                1 open              .  a  a  a  a  cma
                2 in-progress       a  .  a  a  a  cma
                3 waiting-customer  a  a  .  a  a  cma
                4 waiting-support   a  a  a  .  a  cma
                5 resolved          a  a  a  a  .  cma
                6 closed            .  a  .  .  .  .
                """);
    }

    @Test
    void wordsMoveACaseByThemselves() {
        assertThat(WorkflowTable.automaticMoves(workflow)).isEqualTo("""
                customer-commented: waiting-customer > waiting-support, resolved > waiting-support
                agent-replied: open > in-progress
                """);
    }

    @Test
    void urgentCaseAlertsTheOnCallList() {
        assertThat(cases.notifications())
                .filteredOn(rule -> rule.event() == TicketEvent.URGENT)
                .extracting(Notification::to)
                .containsExactly(new Recipient.Addresses("onCall"));
    }

    @Test
    void assigneeAndSupportTeamAreToldOfAttachedFiles() {
        assertThat(cases.notifications())
                .filteredOn(rule -> rule.event() == TicketEvent.ATTACHED)
                .extracting(Notification::to)
                .containsExactly(new Recipient.Assignee(), new Recipient.Addresses("supportTeam"));
    }

    /** Nobody may be on the list. */
    @Test
    void customerIsNotPromisedThatSomebodyWasAlerted() {
        assertThat(urgent(Languages.ENGLISH)).isEqualTo("Your case is treated as urgent because its subject says “X”.");
        assertThat(urgent(Languages.SPANISH)).isEqualTo("Tu caso se trata como urgente porque el asunto dice «X».");
    }

    @Test
    void requesterIsToldOnceOfCreationRepliesStatusAndClosing() {
        assertThat(cases.notifications())
                .filteredOn(rule -> rule.to() instanceof Recipient.Requester)
                .extracting(Notification::event)
                .containsExactlyInAnyOrder(
                        TicketEvent.CREATED,
                        TicketEvent.AGENT_REPLIED,
                        TicketEvent.CUSTOMER_COMMENTED,
                        TicketEvent.ESCALATED,
                        TicketEvent.STATUS_CHANGED,
                        TicketEvent.CLOSED);
    }

    @Test
    void mailsBeginWithTheNumberAndLeaveNoArgumentUnfilled() {
        assertThat(TextCheck.mailProblems(plugin)).isEmpty();
    }

    @Test
    void spanishNeverSaysUsted() {
        assertThat(TextCheck.formalSpanish(plugin)).isEmpty();
    }

    private String urgent(Locale language) {
        return messages.text(language, language, ZoneOffset.UTC, "case.urgent", Map.of("phrase", "X"));
    }

    private String text(String key, Locale language) {
        return messages.text(language, key);
    }
}
