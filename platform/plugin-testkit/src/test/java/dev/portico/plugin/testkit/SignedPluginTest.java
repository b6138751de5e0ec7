package dev.portico.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.signature.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedPluginTest {
    private static Publisher publisher;

    @TempDir
    private Path folder;

    private Path certificate;

    @BeforeAll
    static void makeKey() {
        publisher = Publisher.named("Somebody");
    }

    @BeforeEach
    void exportCertificate() throws IOException {
        certificate = Files.writeString(folder.resolve("publisher.pem"), publisher.pem());
    }

    @Test
    void jarOfThePublisherIsAdmitted() throws IOException {
        var signed = publisher.sign(new TestPlugin().writeTo(folder.resolve("desk.jar")));

        var candidate = SignedPlugin.admitted(signed, certificate);

        assertThat(candidate.manifest().id()).isEqualTo("desk");
        assertThat(candidate.trust()).isInstanceOf(Trust.Published.class);
    }

    /** The way of a test from a jar that a build made to another version of it. */
    @Test
    void anotherVersionIsMadeOfASignedJar() throws IOException {
        var signed = publisher.sign(new TestPlugin().writeTo(folder.resolve("desk.jar")));
        var next = TestPlugin.of(signed)
                .version("2.0.0")
                .patch(patch -> patch.replace("/settings/1/label", "team"))
                .message("team", "Team", "Equipo");

        var candidate = SignedPlugin.admitted(publisher.sign(next.writeTo(folder.resolve("next.jar"))), certificate);

        assertThat(candidate.manifest().version()).isEqualTo("2.0.0");
        assertThat(candidate.manifest().settings().get(1).label()).isEqualTo("team");
    }

    @Test
    void unsignedAndForeignJarsAreNamed() throws IOException {
        var jar = new TestPlugin().writeTo(folder.resolve("desk.jar"));
        var foreign = Publisher.named("Stranger").sign(jar);

        assertThatThrownBy(() -> SignedPlugin.admitted(jar, certificate))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not signed");
        assertThatThrownBy(() -> SignedPlugin.admitted(foreign, certificate))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CN=Stranger");
    }
}
