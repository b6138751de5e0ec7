package dev.portico.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginUnderTestTest {
    private static final String MANIFEST = """
            {"id": "tiny", "version": "1.0.0", "api": "[1.0,2.0)", "name": "name", "description": "name",
             "provider": "Test", "license": "MIT",
             "settings": [{"id": "phone", "type": "text", "label": "name", "default": "1"}]}
            """;

    @TempDir
    private Path target;

    private Path classes;

    @BeforeEach
    void writeModule() throws IOException {
        classes = target.resolve("classes");
        Files.createDirectories(classes.resolve("META-INF/portico"));
        write("plugin.json", MANIFEST);
        write("messages_en.properties", "name = Tiny");
        write("messages_es.properties", "name = Pequeño");
    }

    @Test
    void readsTheModulesClassesAsAPortalWould() {
        var plugin = PluginUnderTest.read(classes);

        assertThat(plugin.id()).isEqualTo("tiny");
        assertThat(PluginUnderTest.messageProblems(plugin)).isEmpty();
    }

    @Test
    void listsTheProblemsOfAManifest() throws IOException {
        write("plugin.json", MANIFEST.replace("1.0.0", "one").replace("\"Test\"", "7"));

        assertThatThrownBy(() -> PluginUnderTest.read(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("version:")
                .hasMessageContaining("provider: must be text");
    }

    @Test
    void tellsWhatNoPortalTakes() throws IOException {
        Files.createDirectories(classes.resolve("lib"));
        Files.writeString(classes.resolve("lib/library.jar"), "x");

        assertThatThrownBy(() -> PluginUnderTest.read(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("lib/library.jar: is an archive inside the jar");
    }

    @Test
    void namesMessagesThatNothingUses() throws IOException {
        write("messages_en.properties", "name = Tiny\nidle = Idle");
        write("messages_es.properties", "name = Pequeño\nidle = Ocioso");

        assertThat(PluginUnderTest.messageProblems(PluginUnderTest.read(classes)))
                .containsExactly("idle is defined but not used");
    }

    @Test
    void tenantHasTheDefaultsUntilToldOtherwise() {
        var plugin = PluginUnderTest.read(classes);

        assertThat(TenantViews.of("acme", plugin).view().settings().text("phone"))
                .contains("1");
        assertThat(TenantViews.of("acme", plugin)
                        .with("phone", "2")
                        .view()
                        .settings()
                        .text("phone"))
                .contains("2");
        assertThat(TenantViews.of("acme", plugin)
                        .without("phone")
                        .view()
                        .settings()
                        .text("phone"))
                .isEmpty();
        assertThat(TenantViews.of("acme").view().settings().text("phone")).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(classes.resolve("META-INF/portico").resolve(file), text);
    }
}
