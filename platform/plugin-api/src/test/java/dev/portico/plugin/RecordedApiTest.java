package dev.portico.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The build compares this API with the recorded one of its major version, which must be the one that it says it is. */
class RecordedApiTest {
    @Test
    void recordIsOfTheMajorVersion() throws IOException {
        var major = PluginApi.VERSION.substring(0, PluginApi.VERSION.indexOf('.'));

        try (var records = Files.list(Path.of("src", "api"))) {
            assertThat(records)
                    .as("what a new major version breaks is recorded in a file of its own, which the pom names")
                    .containsExactly(Path.of("src", "api", "v" + major + ".sig"));
        }
        assertThat(Files.readString(Path.of("pom.xml"))).contains("src/api/v" + major + ".sig</sigfile>");
    }
}
