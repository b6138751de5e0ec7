package dev.portico.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.launcher.portal.JvmMode;
import dev.portico.launcher.process.LaunchException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsSourceTest {
    private final SettingsSource source = SettingsSource.around(Path.of("src", "test"));

    @Test
    void withoutPropertiesTheDocumentedPortsAndTheProjectsDataFolderAreUsed() {
        var settings = source.demo(new Properties());

        assertThat(settings.ports()).isEqualTo(new Ports(8080, 8180, 8025, 8026, 8027, 54329));
        assertThat(settings.data()).isAbsolute().hasFileName("data");
        assertThat(settings.data().resolveSibling("platform").resolve("launcher"))
                .isDirectory();
        assertThat(settings.jvmMode()).isEqualTo(JvmMode.FAST_START);
        assertThat(settings.reset()).isFalse();
    }

    @Test
    void everyPortCanBeSet() {
        var properties = new Properties();
        properties.setProperty("portico.port", "1001");
        properties.setProperty("portico.keycloak.port", "1002");
        properties.setProperty("portico.mail.port", "1003");
        properties.setProperty("portico.smtp.port", "1004");
        properties.setProperty("portico.imap.port", "1005");
        properties.setProperty("portico.db.port", "1006");

        assertThat(source.demo(properties).ports()).isEqualTo(new Ports(1001, 1002, 1003, 1004, 1005, 1006));
    }

    @Test
    void aPortThatIsNoneIsRefusedByItsPropertysName() {
        for (var wrong : new String[] {"0", "65536", "http"}) {
            var properties = new Properties();
            properties.setProperty("portico.imap.port", wrong);

            assertThatThrownBy(() -> source.demo(properties))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("-Dportico.imap.port=" + wrong);
        }
    }

    @Test
    void pluginsAreWatchedInFoldersOfTheProject() {
        var properties = new Properties();
        assertThat(source.demo(properties).portalConfiguration()).isEmpty();

        properties.setProperty("portico.plugins.watch", "");
        assertThat(source.demo(properties).portalConfiguration()).containsEntry("portico.plugins.watch", "true");

        properties.setProperty("portico.plugins.watch", "plugins/one/target,plugins/two/target");
        assertThat(source.demo(properties).portalConfiguration())
                .containsEntry(
                        "portico.plugins.watch",
                        source.project().resolve("plugins/one/target") + ","
                                + source.project().resolve("plugins/two/target"));
    }

    @Test
    void resetNeedsNoValue() {
        var properties = new Properties();
        properties.setProperty("portico.reset", "");
        assertThat(source.demo(properties).reset()).isTrue();

        properties.setProperty("portico.reset", "false");
        assertThat(source.demo(properties).reset()).isFalse();
    }

    @Test
    void freePortsAreAllDifferent() {
        var ports = Ports.free();

        assertThat(ports.named())
                .extracting(Ports.Named::number)
                .doesNotHaveDuplicates()
                .hasSize(6);
    }
}
