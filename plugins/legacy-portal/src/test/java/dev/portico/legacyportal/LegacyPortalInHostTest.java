package dev.portico.legacyportal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.Guard;
import dev.portico.plugin.host.InstalledPlugin;
import dev.portico.plugin.host.InstalledPlugin.State;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.host.PluginHost;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.TenantViews;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyPortalInHostTest {
    @TempDir
    private Path folder;

    @Test
    void runsBesideABrokenJarAndAnswersThroughTheGuard() throws IOException {
        var plugin = PluginUnderTest.read();
        Files.copy(plugin.jar(), folder.resolve("legacy-portal.jar"));
        Files.writeString(folder.resolve("broken.jar"), "no jar at all");

        try (var host = PluginHost.open(folder);
                var lease = host.lease()) {
            assertThat(host.plugins())
                    .extracting(InstalledPlugin::state)
                    .containsExactly(State.REJECTED, State.RUNNING);
            assertThat(host.catalog().plugin("legacy-portal")).isPresent();
            Outcome<Optional<Urgency>> outcome = new Guard()
                    .call(
                            lease,
                            "legacy-portal",
                            UrgencyPolicy.class,
                            TenantViews.of("legacy", plugin).view(),
                            policy -> policy.assess(
                                    TenantViews.of("legacy", plugin).view(),
                                    new Submission("legacy-case", "produccion caida", "", Map.of())));
            assertThat(outcome).isEqualTo(new Outcome.Answered<>(Optional.of(new Urgency("Producción Caída"))));
        }
    }
}
