package dev.portico.systemtests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.admission.Admission.Candidate;
import dev.portico.plugin.testkit.SignedPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journeys install can be installed; needs no portal. */
class ExampleDeskIT {
    @TempDir
    private Path folder;

    private final Publisher publisher = Publisher.named("Journey");

    @Test
    void bothVersionsAreAdmittedAndDiffer() throws IOException {
        var first = admitted(ExampleDesk.first()).manifest();
        var second = admitted(ExampleDesk.second()).manifest();

        assertThat(first.version()).isEqualTo("1.0.0");
        assertThat(second.version()).isEqualTo("1.1.0");
        assertThat(second.settings()).hasSize(first.settings().size() + 1);
        assertThat(second.ticketTypes().get(0).fields())
                .hasSize(first.ticketTypes().get(0).fields().size() + 1);
    }

    private Candidate admitted(TestPlugin plugin) throws IOException {
        var certificate = Files.writeString(folder.resolve("publisher.pem"), publisher.pem());
        return SignedPlugin.admitted(ExampleDesk.signed(plugin, publisher), certificate);
    }
}
