package dev.portico.exampledesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.testkit.SignedPlugin;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the build made: the jar to hand out, and the certificate that the portal's administrator trusts. */
class ExampleDeskIT {
    private static final Path TARGET = Path.of("target");

    @Test
    void portalThatTrustsThePublisherTakesTheJar() {
        var candidate = SignedPlugin.admitted(TARGET.resolve("example-desk.jar"), TARGET.resolve("publisher.pem"));

        assertThat(candidate.manifest().id()).isEqualTo("example-desk");
        assertThat(candidate.scan().uses())
                .as("reflection, threads, sockets, files")
                .isEmpty();
    }
}
