package dev.portico.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Reading;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPluginTest {
    @TempDir
    private Path folder;

    @Test
    void answersWithWhatTheTenantEntered() {
        var plugin = read(new TestPlugin()
                .policy("return tenant.settings().text(\"web\").map(address -> new Urgency(address));"));
        var tenant = TenantViews.entered("acme", plugin, "{\"web\": \"https://example.org/\"}");

        assertThat(assess(plugin, tenant)).contains(new Urgency("https://example.org/"));
    }

    @Test
    void whatGivesNoAnswerFailsTheTestAndSaysWhy() {
        var tenant = TenantViews.of("acme").view();

        assertThatThrownBy(() -> assess(read(new TestPlugin()), tenant))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("UrgencyPolicy gave no answer: NotOffered");
        assertThatThrownBy(() ->
                        assess(read(new TestPlugin().policy("throw new IllegalStateException(\"broken\");")), tenant))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken");
        assertThatThrownBy(
                        () -> assess(read(new TestPlugin().file("META-INF/extensions.idx", "plug.Absent\n")), tenant))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("plug.Absent");
    }

    @Test
    void settingsThatAnAdministratorCouldNotEnterFailTheTest() {
        assertThatThrownBy(() -> TenantViews.entered("acme", read(new TestPlugin()), "{\"web\": 7, \"team\": [\"x\"]}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("web: must be text")
                .hasMessageContaining("is no e-mail address");
    }

    @Test
    void submissionsHaveWhatTheFormAsksFor() {
        var plugin = read(new TestPlugin());

        var submission = Submissions.of(plugin, "case")
                .with("subject", "Help!")
                .with("product", "a")
                .submission();

        assertThat(submission.subject()).isEqualTo("Help!");
        assertThat(submission.description()).isEmpty();
        assertThat(submission.values()).containsEntry("product", "a");
        assertThatThrownBy(() -> Submissions.of(plugin, "case").with("colour", "red"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> Submissions.of(plugin, "other")).isInstanceOf(AssertionError.class);
    }

    private static Optional<Urgency> assess(PluginPackage plugin, TenantView tenant) {
        try (var running = RunningPlugin.start(plugin)) {
            return running.answer(
                    UrgencyPolicy.class,
                    tenant,
                    policy ->
                            policy.assess(tenant, Submissions.of(plugin, "case").submission()));
        }
    }

    private PluginPackage read(TestPlugin plugin) {
        return ((Reading.Valid) new ManifestReader().read(plugin.writeTo(folder.resolve("desk.jar")))).content();
    }
}
