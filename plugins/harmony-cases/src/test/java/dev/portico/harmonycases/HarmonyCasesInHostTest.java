package dev.portico.harmonycases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.RunningPlugin;
import dev.portico.plugin.testkit.Submissions;
import dev.portico.plugin.testkit.TenantViews;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HarmonyCasesInHostTest {
    @Test
    void answersThroughTheGuard() {
        var plugin = PluginUnderTest.read();
        var tenant = TenantViews.of("harmony", plugin).view();
        var submission = Submissions.of(plugin, "case")
                .with("subject", "produccion caida")
                .submission();

        try (var running = RunningPlugin.start(plugin)) {
            Optional<Urgency> answer =
                    running.answer(UrgencyPolicy.class, tenant, policy -> policy.assess(tenant, submission));

            assertThat(answer).contains(new Urgency("Producción Caída"));
        }
    }
}
