package dev.portico.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The portal's settings: as its sources inject them, as the table documents them, as the entry point reads them. */
final class Settings {
    private static final Path PROJECT = Path.of("..");
    private static final List<Path> SOURCES = List.of(
            Path.of("i18n"),
            Path.of("platform", "plugin-api"),
            Path.of("platform", "plugin-host"),
            Path.of("platform", "keycloak"),
            Path.of("platform", "portal"),
            Path.of("plugins"));
    private static final Pattern INJECTED = Pattern.compile(
            "(?:@ConfigProperty\\(\\s*name = \"|MPCONFIG=|getOptionalValue\\(\\s*\"|getValue\\(\\s*\")(portico\\.[a-z.-]+)");
    private static final Pattern ROW = Pattern.compile("^\\| `(PORTICO_[A-Z_]+)`(, `_FILE`)? \\|", Pattern.MULTILINE);
    private static final Pattern SECRET =
            Pattern.compile("^secret (PORTICO_[A-Z_]+) (portico\\.[a-z.-]+)$", Pattern.MULTILINE);
    private static final Pattern OWN = Pattern.compile("\\$\\{(PORTICO_[A-Z_]+):-");

    private Settings() {}

    /** Properties that the portal reads. */
    static Set<String> injected() {
        return SOURCES.stream()
                .map(PROJECT::resolve)
                .flatMap(folder -> sources(folder).stream())
                .flatMap(file -> INJECTED.matcher(read(file)).results().map(result -> result.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As MicroProfile Config finds a property in the environment. */
    static String variable(String property) {
        return property.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Variables in the table. */
    static Set<String> documented() {
        return table(false);
    }

    /** Those of the table that may also come as a file. */
    static Set<String> documentedAsFile() {
        return table(true);
    }

    private static Set<String> table(boolean asFile) {
        return ROW.matcher(read(Path.of("README.md")))
                .results()
                .filter(result -> !asFile || result.group(2) != null)
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lines of the entry point that hand on a secret: variable, then property. */
    static List<List<String>> secrets() {
        return SECRET.matcher(entryPoint())
                .results()
                .map(result -> List.of(result.group(1), result.group(2)))
                .toList();
    }

    /** Variables that the entry point gives a value where they have none. */
    static Set<String> ofEntryPoint() {
        return OWN.matcher(entryPoint())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String entryPoint() {
        return read(Path.of("src", "main", "root", "opt", "portico", "bin", "portico"));
    }

    private static List<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().replace('\\', '/').matches(".*/src/main/.*\\.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
