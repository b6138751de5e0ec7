package dev.portico.launcher.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.launcher.Ports;
import dev.portico.launcher.process.DataFolder;
import dev.portico.launcher.process.Http;
import dev.portico.launcher.process.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalServerIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String SECRET = "correct horse battery";

    @TempDir
    Path folder;

    @Test
    void aKilledPortalStartsAgainAndItsSecretsAreNotOnTheCommandLine() throws IOException {
        var launch = launch(webApplication("<p>here</p>", ""));
        try (var data = DataFolder.open(folder.resolve("data"))) {
            var first = PortalServer.launch(launch, data);
            first.awaitReady();
            assertThat(commandLine(first.pid())).contains("launch-micro.jar").doesNotContain(SECRET);
            first.kill();

            try (var second = PortalServer.launch(launch, data)) {
                second.awaitReady();
                assertThat(Http.answersOk(URI.create("http://127.0.0.1:" + launch.port() + "/index.html")))
                        .isTrue();
            }
        }
    }

    @Test
    void aFailedDeploymentIsAFailedStartWithItsCause() throws IOException {
        var broken = "<listener><listener-class>dev.portico.NoSuchListener</listener-class></listener>";
        try (var data = DataFolder.open(folder.resolve("data"));
                var server = PortalServer.launch(launch(webApplication("", broken)), data)) {
            assertThatThrownBy(server::awaitReady)
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("could not be deployed")
                    .hasMessageContaining("NoSuchListener")
                    .hasMessageContaining("portal.log");
        }
    }

    private static PortalServer.Launch launch(Path war) {
        return new PortalServer.Launch(
                "portal",
                TARGET.resolve("cache"),
                TARGET.resolve("stack").resolve("payara-micro.jar"),
                war,
                Ports.free().portal(),
                JvmMode.FAST_START,
                Map.of("portico.master-key", SECRET));
    }

    private Path webApplication(String page, String descriptor) throws IOException {
        var war = folder.resolve("trivial.war");
        Files.createDirectories(war.resolve("WEB-INF"));
        Files.writeString(war.resolve("index.html"), page);
        Files.writeString(
                war.resolve("WEB-INF").resolve("web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + descriptor + "</web-app>");
        return war;
    }

    private static String commandLine(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    }
}
