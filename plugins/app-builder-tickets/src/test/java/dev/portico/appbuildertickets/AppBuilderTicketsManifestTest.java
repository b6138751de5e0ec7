package dev.portico.appbuildertickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.i18n.Messages;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Notification.Recipient;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.TextCheck;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppBuilderTicketsManifestTest {
    private static final Recipient SUPPORT = new Recipient.Addresses("supportTeam");
    private static final Recipient INFRASTRUCTURE = new Recipient.Addresses("infrastructureTeam");
    private static final Recipient FRAMEWORK = new Recipient.Addresses("frameworkTeam");
    private static final Recipient CUSTOMER_SUCCESS = new Recipient.Addresses("customerSuccessTeam");

    private final PluginPackage plugin = PluginUnderTest.read();
    private final TicketType tickets = plugin.manifest().ticketTypes().get(0);
    private final Messages messages = new Messages(List.copyOf(plugin.messages().values()));

    @Test
    void messagesAreCompleteInBothLanguagesAndAllUsed() {
        assertThat(PluginUnderTest.messageProblems(plugin)).isEmpty();
    }

    @Test
    void formAsksInTheOrderOfTheSourceDocument() {
        assertThat(tickets.fields())
                .extracting(Field::id)
                .containsExactly(
                        "priority", "environment", "application", "keyword", "subject", "description", "attachments");
    }

    @Test
    void prioritiesAreThoseOfTheSourceDocumentWithTheirResponseTimes() {
        assertThat(plugin.manifest().scales().get(0).levels())
                .extracting(Scale.Level::id)
                .containsExactly("critical", "high", "normal");
        assertThat(messages.text(Languages.ENGLISH, "priority.critical.description"))
                .contains("2 hours");
        assertThat(messages.text(Languages.ENGLISH, "priority.high.description"))
                .contains("1 business day");
        assertThat(messages.text(Languages.SPANISH, "priority.normal.description"))
                .contains("2 días hábiles");
    }

    @Test
    void criticalTicketIsToldToFourTeamsAndAnyOtherToTheSupportTeamOnly() {
        assertThat(told(TicketEvent.CREATED, "critical", this::team))
                .containsExactlyInAnyOrder(SUPPORT, INFRASTRUCTURE, FRAMEWORK, CUSTOMER_SUCCESS);
        assertThat(told(TicketEvent.CREATED, "high", this::team)).containsExactly(SUPPORT);
        assertThat(told(TicketEvent.CREATED, "normal", this::team)).containsExactly(SUPPORT);
    }

    @Test
    void ticketThatBecomesCriticalIsToldToTheSameTeams() {
        assertThat(told(TicketEvent.SEVERITY_CHANGED, "critical", this::team))
                .containsExactlyInAnyOrder(SUPPORT, INFRASTRUCTURE, FRAMEWORK, CUSTOMER_SUCCESS);
        assertThat(told(TicketEvent.SEVERITY_CHANGED, "high", this::team)).containsExactly(SUPPORT);
    }

    @Test
    void requesterIsToldOfAssignmentStatusAnswersAndPriority() {
        var events = Stream.of(TicketEvent.values())
                .filter(event -> told(event, "normal", Recipient.Requester.class::isInstance)
                                .size()
                        == 1);
        assertThat(events)
                .containsExactlyInAnyOrder(
                        TicketEvent.CREATED,
                        TicketEvent.ASSIGNED,
                        TicketEvent.STATUS_CHANGED,
                        TicketEvent.CLOSED,
                        TicketEvent.AGENT_REPLIED,
                        TicketEvent.CUSTOMER_COMMENTED,
                        TicketEvent.ESCALATED,
                        TicketEvent.ATTACHED,
                        TicketEvent.SEVERITY_CHANGED);
    }

    @Test
    void internalNoteIsToldToThoseWhoMayReadIt() {
        assertThat(told(TicketEvent.NOTE_ADDED, "normal", to -> true))
                .containsExactly(new Recipient.Assignee(), SUPPORT);
    }

    @Test
    void everyMailBeginsWithTheNumberAndLeavesNoArgumentUnfilled() {
        assertThat(TextCheck.mailProblems(plugin)).isEmpty();
    }

    @Test
    void spanishNeverSaysUsted() {
        assertThat(TextCheck.formalSpanish(plugin)).isEmpty();
    }

    private List<Recipient> told(TicketEvent event, String level, Predicate<Recipient> who) {
        return tickets.notifications().stream()
                .filter(rule -> rule.event() == event && rule.concerns(level))
                .map(Notification::to)
                .filter(who)
                .toList();
    }

    private boolean team(Recipient to) {
        return to instanceof Recipient.Addresses;
    }
}
