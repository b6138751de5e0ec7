package dev.portico.portal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine serves desks that it does not know: no source and no resource of it names one of those that are shipped. */
class DeskNamesTest {
    private static final Path PROJECT = Path.of("..", "..");
    private static final Path DEMONSTRATION = PROJECT.resolve(Path.of("platform", "portal", "src", "demo"));
    private static final List<Path> ENGINE = Stream.of(
                    "platform/portal", "platform/plugin-api", "platform/plugin-host", "i18n")
            .map(module -> PROJECT.resolve(module).resolve(Path.of("src", "main")))
            .toList();

    @Test
    void theEngineNamesNoDesk() throws IOException {
        var names = desks();
        var found = new ArrayList<String>();
        for (var sources : ENGINE) {
            found.addAll(namesIn(sources, names));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theDemonstrationNamesTheDesksThatItsTenantsUse() throws IOException {
        assertThat(namesIn(DEMONSTRATION, desks())).hasSizeGreaterThanOrEqualTo(2);
    }

    /** Ids, packages and titles of the shipped desks, in lower case. */
    private static List<String> desks() throws IOException {
        try (var plugins = Files.list(PROJECT.resolve("plugins"))) {
            var manifests = plugins.map(
                            plugin -> plugin.resolve(Path.of("src", "main", "resources", "META-INF", "portico")))
                    .filter(Files::isDirectory)
                    .toList();
            assertThat(manifests).hasSizeGreaterThanOrEqualTo(2);
            var names = new ArrayList<String>();
            for (var folder : manifests) {
                names.addAll(names(folder));
            }
            return names;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var manifest = Json.createReader(Files.newInputStream(folder.resolve("plugin.json")))) {
            var declared = manifest.readObject();
            var names = new ArrayList<>(
                    List.of(declared.getString("id"), declared.getString("id").replace("-", "")));
            for (var language : Languages.SUPPORTED) {
                var file = folder.resolve("messages_" + language.getLanguage() + ".properties");
                try (var texts = Files.newBufferedReader(file)) {
                    var messages = MessageBundle.load(texts, file.toString(), language);
                    names.add(messages.pattern(declared.getString("name")).orElseThrow());
                }
            }
            return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        }
    }

    private static List<String> namesIn(Path folder, List<String> names) throws IOException {
        var found = new ArrayList<String>();
        try (var walk = Files.walk(folder)) {
            var files = walk.filter(Files::isRegularFile).toList();
            assertThat(files).as(folder.toString()).isNotEmpty();
            for (var file : files) {
                var text = (file + "\n" + new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .toLowerCase(Locale.ROOT);
                names.stream().filter(text::contains).forEach(name -> found.add(file + ": " + name));
            }
        }
        return found;
    }
}
