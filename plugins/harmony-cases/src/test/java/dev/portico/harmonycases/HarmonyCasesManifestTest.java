package dev.portico.harmonycases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.i18n.Messages;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Notification.Recipient;
import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.manifest.Workflow.Status;
import dev.portico.plugin.testkit.PluginUnderTest;
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

    @Test
    void customerMayCloseEveryOpenCaseAndDoNothingElse() {
        for (var status : workflow.statuses()) {
            var targets = workflow.targets(status.id(), Role.CUSTOMER);
            if (status.category().open()) {
                assertThat(targets).extracting(Status::id).containsExactly("closed");
            } else {
                assertThat(targets).isEmpty();
            }
        }
    }

    @Test
    void agentMayReopenAClosedCaseOnlyIntoProgress() {
        assertThat(workflow.targets("closed", Role.AGENT))
                .extracting(Status::id)
                .containsExactly("in-progress");
    }

    @Test
    void agentMayMoveAnOpenCaseToEveryOtherStatus() {
        assertThat(workflow.targets("open", Role.AGENT))
                .hasSize(workflow.statuses().size() - 1);
    }

    @Test
    void customersCommentPutsAWaitingOrResolvedCaseBackToSupport() {
        assertThat(workflow.after(TicketEvent.CUSTOMER_COMMENTED, "waiting-customer"))
                .get()
                .extracting(Status::id)
                .isEqualTo("waiting-support");
        assertThat(workflow.after(TicketEvent.CUSTOMER_COMMENTED, "resolved"))
                .get()
                .extracting(Status::id)
                .isEqualTo("waiting-support");
        assertThat(workflow.after(TicketEvent.CUSTOMER_COMMENTED, "open")).isEmpty();
        assertThat(workflow.after(TicketEvent.AGENT_REPLIED, "open"))
                .get()
                .extracting(Status::id)
                .isEqualTo("in-progress");
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
                        TicketEvent.STATUS_CHANGED,
                        TicketEvent.CLOSED);
    }

    @Test
    void everyMailsSubjectBeginsWithTheNumberAndNoArgumentIsLeftUnfilled() {
        var arguments = Map.of(
                "number",
                "H-17",
                "subject",
                "It's {odd}",
                "product",
                "Agents",
                "severity",
                "1 (critical)",
                "status",
                "Open",
                "requester",
                "Ana",
                "actor",
                "Bo",
                "text",
                "Hello",
                "phrase",
                "Production Down");
        for (var rule : cases.notifications()) {
            for (var language : Languages.SUPPORTED) {
                var subject =
                        messages.text(language, language, ZoneOffset.UTC, rule.template() + ".subject", arguments);
                var body = messages.text(language, language, ZoneOffset.UTC, rule.template() + ".body", arguments);
                assertThat(subject).startsWith("[H-17] ").doesNotContain("⟦").doesNotContain("\n");
                assertThat(body.replace("{odd}", ""))
                        .doesNotContain("⟦")
                        .doesNotContain("{")
                        .hasSizeGreaterThan(20);
            }
        }
    }

    @Test
    void spanishNeverSaysUsted() {
        plugin.messages().get(Languages.SPANISH).patterns().forEach((key, text) -> assertThat(text)
                .as(key)
                .doesNotContainPattern(
                        "(?iu)\\b(usted(es)?|haga|incluya|adjunte|lea|seleccione|póngase|puede usted)\\b"));
    }

    private String urgent(Locale language) {
        return messages.text(language, language, ZoneOffset.UTC, "case.urgent", Map.of("phrase", "X"));
    }

    private String text(String key, Locale language) {
        return messages.text(language, key);
    }
}
