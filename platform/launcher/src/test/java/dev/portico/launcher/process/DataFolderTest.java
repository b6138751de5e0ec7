package dev.portico.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFolderInUseIsRefusedUntilItsLauncherIsDone() {
        var first = DataFolder.open(folder);

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("in use by another launcher")
                .hasMessageContaining("-Dportico.data=");

        first.close();
        DataFolder.open(folder).close();
    }

    @Test
    void secretsStayTheSameAndAreTheirOwnersAlone() throws IOException {
        try (var data = DataFolder.open(folder)) {
            var password = data.secrets().password("database.portico");
            var key = data.secrets().key("portal.master-key");

            assertThat(data.secrets().password("database.portico")).isEqualTo(password);
            assertThat(data.secrets().key("portal.master-key")).isEqualTo(key);
            assertThat(data.secrets().password("database.keycloak")).isNotEqualTo(password);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void resetForgetsWhatALauncherMade() throws IOException {
        try (var data = DataFolder.open(folder)) {
            var password = data.secrets().password("database.portico");
            Files.createDirectories(folder.resolve("mails").resolve("deep"));

            data.reset();

            assertThat(folder.resolve("mails")).doesNotExist();
            assertThat(data.secrets().password("database.portico")).isNotEqualTo(password);
        }
    }

    @Test
    void resetLeavesAFolderAloneThatNoLauncherMade() throws IOException {
        var precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        try (var data = DataFolder.open(folder)) {
            assertThatThrownBy(data::reset).isInstanceOf(LaunchException.class);
        }
        assertThat(precious).hasContent("years of work");
    }

    @Test
    void aServerThatAKilledLauncherLeftBehindIsEndedAtTheNextStart() {
        var data = DataFolder.open(folder);
        var child = ChildProcess.start("sleeper", List.of("sleep", "600"), Map.of(), folder, data);
        data.close();
        assertThat(child.isAlive()).isTrue();

        DataFolder.open(folder).close();

        assertThat(Waiting.until(() -> !child.isAlive(), Duration.ofSeconds(10)))
                .isTrue();
    }

    @Test
    void aProcessThatGotTheNumberOfALostServerIsLeftAlone() throws IOException {
        var data = DataFolder.open(folder);
        var stranger = ChildProcess.start("stranger", List.of("sleep", "600"), Map.of(), folder, data);
        Files.writeString(data.processes().resolve("stranger.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");
        data.close();
        try {
            DataFolder.open(folder).close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.kill();
        }
    }
}
