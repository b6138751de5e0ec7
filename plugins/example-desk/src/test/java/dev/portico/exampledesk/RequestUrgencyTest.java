package dev.portico.exampledesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.TenantViews;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestUrgencyTest {
    private final TenantViews tenant = TenantViews.of("acme", PluginUnderTest.read());
    private final RequestUrgency policy = new RequestUrgency();

    @Test
    void wordsOfEitherLanguageMakeARequestUrgent() {
        assertThat(assess(tenant.view(), "This is URGENT!", "")).contains(new Urgency("urgent"));
        assertThat(assess(tenant.view(), "muy urgente", "")).contains(new Urgency("urgente"));
        assertThat(assess(tenant.view(), "A question on insurgents", "")).isEmpty();
    }

    @Test
    void tenantsOwnWordsReplaceTheDefault() {
        var own = tenant.with("urgentWords", Map.of("en", List.of("plant stopped")));

        assertThat(assess(own.view(), "Plant STOPPED", "")).contains(new Urgency("plant stopped"));
        assertThat(assess(own.view(), "urgent", "")).isEmpty();
    }

    @Test
    void codeMakesARequestUrgentAndIsNotShown() {
        var known = tenant.with("urgentCode", "4711");

        assertThat(assess(known.view(), "A question", " 4711 ")).contains(new Urgency("••••"));
        assertThat(assess(known.view(), "A question", "4712")).isEmpty();
        assertThat(assess(known.view(), "A question", "")).isEmpty();
    }

    @Test
    void noCodeCountsWhereTheTenantHasNone() {
        assertThat(assess(tenant.view(), "A question", "")).isEmpty();
    }

    private Optional<Urgency> assess(TenantView view, String subject, String code) {
        var values = Map.of("subject", subject, "code", code);
        return policy.assess(view, new Submission("example-desk", subject, "", values));
    }
}
