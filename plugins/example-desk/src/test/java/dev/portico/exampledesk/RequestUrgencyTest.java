package dev.portico.exampledesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.RunningPlugin;
import dev.portico.plugin.testkit.Submissions;
import dev.portico.plugin.testkit.TenantViews;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestUrgencyTest {
    private final PluginPackage plugin = PluginUnderTest.read();
    private final TenantView tenant = TenantViews.of("acme", plugin).view();

    @Test
    void wordsOfEitherLanguageMakeARequestUrgent() {
        assertThat(assess(tenant, "This is URGENT!", "")).contains(new Urgency("urgent"));
        assertThat(assess(tenant, "muy urgente", "")).contains(new Urgency("urgente"));
        assertThat(assess(tenant, "A question on insurgents", "")).isEmpty();
    }

    @Test
    void tenantsOwnWordsReplaceTheDefault() {
        var own = TenantViews.entered("acme", plugin, """
                {"urgentWords": {"en": ["plant stopped"]}}""");

        assertThat(assess(own, "Plant STOPPED", "")).contains(new Urgency("plant stopped"));
        assertThat(assess(own, "urgent", "")).isEmpty();
    }

    @Test
    void codeMakesARequestUrgentAndIsNotShown() {
        var known = TenantViews.entered("acme", plugin, """
                {"urgentCode": "4711"}""");

        assertThat(assess(known, "A question", " 4711 ")).contains(new Urgency("••••"));
        assertThat(assess(known, "A question", "4712")).isEmpty();
        assertThat(assess(known, "A question", "")).isEmpty();
    }

    @Test
    void noCodeCountsWhereTheTenantHasNone() {
        assertThat(assess(tenant, "A question", "")).isEmpty();
    }

    @Test
    void portalCallsIt() {
        try (var running = RunningPlugin.start(plugin)) {
            Optional<Urgency> answer = running.answer(
                    UrgencyPolicy.class, tenant, policy -> policy.assess(tenant, submission("Urgent!", "")));

            assertThat(answer).contains(new Urgency("urgent"));
        }
    }

    private Optional<Urgency> assess(TenantView view, String subject, String code) {
        return new RequestUrgency().assess(view, submission(subject, code));
    }

    private Submission submission(String subject, String code) {
        return Submissions.of(plugin, "example-desk")
                .with("subject", subject)
                .with("code", code)
                .submission();
    }
}
