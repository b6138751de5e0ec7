package dev.portico.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.launcher.process.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    Path folder;

    @Test
    void aTakenPortIsNamedWithThePropertyThatChangesIt() throws IOException {
        var free = Ports.free();
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(
                    free.portal(), other.getLocalPort(), free.mailPage(), free.smtp(), free.imap(), free.database());

            assertThatThrownBy(() -> Preflight.checkPorts(ports))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " (Keycloak)")
                    .hasMessageContaining("-Dportico.keycloak.port=");
        }
    }

    @Test
    void freePortsPass() {
        assertThatCode(() -> Preflight.checkPorts(Ports.free())).doesNotThrowAnyException();
    }

    @Test
    void shortMemoryIsSaidInMebibytes() {
        assertThat(Preflight.memoryWarning("MemTotal: 9000000 kB\nMemAvailable:    1048576 kB\n"))
                .hasValueSatisfying(warning -> assertThat(warning).contains("1024 MiB"));
        assertThat(Preflight.memoryWarning("MemTotal: 1 kB\nMemAvailable:    4194304 kB\n"))
                .isEmpty();
    }

    @Test
    void aMissingDownloadIsSaidBeforeAnythingStarts() throws IOException {
        var settings = SettingsSource.around(folder).test(folder.resolve("data"));

        assertThatThrownBy(() -> Stack.start(settings, ProgressListener.SILENT))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("keycloak.zip is missing");
        assertThat(settings.data()).doesNotExist();
    }

    @Test
    void aMissingWarIsSaidByItsPath() throws IOException {
        var settings = SettingsSource.around(folder).test(folder.resolve("data"));
        Files.createDirectories(settings.artefacts());
        Files.createFile(settings.keycloakArchive());
        Files.createFile(settings.payaraJar());

        assertThatThrownBy(() -> Preflight.check(settings))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(settings.war().toString());
    }
}
