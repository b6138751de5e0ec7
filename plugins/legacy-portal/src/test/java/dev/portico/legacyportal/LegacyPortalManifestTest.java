package dev.portico.legacyportal;

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
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.TenantViews;
import dev.portico.plugin.testkit.TextCheck;
import dev.portico.plugin.testkit.WorkflowTable;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LegacyPortalManifestTest {
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
                        Field.Kind.SUBJECT,
                        Field.Kind.PRODUCT,
                        Field.Kind.SUGGESTION,
                        Field.Kind.DESCRIPTION,
                        Field.Kind.FILES,
                        Field.Kind.SCALE);
        assertThat(cases.fields())
                .extracting(field -> text(Languages.ENGLISH, field.label()))
                .containsExactly("Subject", "Product", "Jitterbit Version", "Description", "Files", "Severity Level");
        assertThat(cases.fields())
                .extracting(field -> text(Languages.SPANISH, field.label()))
                .containsExactly(
                        "Asunto", "Producto", "Versión de Jitterbit", "Descripción", "Archivos", "Nivel de severidad");
    }

    @Test
    void severityHasFourLevelsThatLookDifferent() {
        var levels = plugin.manifest().scales().get(0).levels();

        assertThat(levels)
                .extracting(level -> text(Languages.ENGLISH, level.label()))
                .containsExactly("1 (critical)", "2 (major)", "3 (minor)", "4 (minimal)");
        assertThat(levels)
                .extracting(level -> text(Languages.SPANISH, level.label()))
                .containsExactly("1 (crítico)", "2 (importante)", "3 (menor)", "4 (mínimo)");
        assertThat(levels)
                .extracting(Scale.Level::tone)
                .containsExactly(Tone.CRITICAL, Tone.WARNING, Tone.NOTICE, Tone.NEUTRAL);
    }

    @Test
    void versionsAreSuggestedFromTheTenantsOwnList() {
        var version = cases.field(Field.Kind.SUGGESTION).orElseThrow();
        var settings = TenantViews.of("legacy", plugin).view().settings();

        assertThat(version.options()).contains("versions");
        assertThat(settings.options("versions"))
                .extracting(option -> option.label(Languages.SPANISH))
                .contains("Solo Cloud Studio y agentes en la nube", "10.x");
        assertThat(text(Languages.ENGLISH, version.help().orElseThrow())).contains("Management Console");
    }

    /** What is closed stays closed, for agents too. */
    @Test
    void everyMoveOfEveryRoleIsKnown() {
        assertThat(WorkflowTable.moves(workflow)).isEqualTo("""
                                     1  2  3  4  5  6
                1 new                .  a  a  .  .  cma
                2 working            .  .  a  a  a  cma
                3 escalated          .  a  .  a  a  cma
                4 awaiting-customer  .  a  .  .  a  cma
                5 solution-provided  .  a  .  .  .  cma
                6 closed             .  .  .  .  .  .
                """);
    }

    @Test
    void wordsMoveACaseByThemselves() {
        assertThat(WorkflowTable.automaticMoves(workflow)).isEqualTo("""
                customer-commented: awaiting-customer > working, solution-provided > working
                agent-replied: new > working
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

    private String text(Locale language, String key) {
        return messages.text(language, key);
    }
}
