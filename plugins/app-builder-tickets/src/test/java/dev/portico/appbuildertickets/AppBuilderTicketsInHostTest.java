package dev.portico.appbuildertickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.InstalledPlugin;
import dev.portico.plugin.host.InstalledPlugin.State;
import dev.portico.plugin.host.PluginHost;
import dev.portico.plugin.testkit.PluginUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppBuilderTicketsInHostTest {
    @TempDir
    private Path folder;

    @Test
    void runsInTheHostAlthoughItHasNoExtension() throws IOException {
        Files.copy(PluginUnderTest.read().jar(), folder.resolve("app-builder-tickets.jar"));

        try (var host = PluginHost.open(folder)) {
            assertThat(host.plugins()).extracting(InstalledPlugin::state).containsExactly(State.RUNNING);
            assertThat(host.catalog().plugin("app-builder-tickets"))
                    .hasValueSatisfying(plugin -> assertThat(plugin.desks()).hasSize(1));
        }
    }
}
