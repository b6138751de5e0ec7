package dev.portico.plugin.testkit;

import dev.portico.i18n.BundleCheck;
import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.MessageKeys;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.Reading;
import dev.portico.plugin.host.vetting.Limits;
import dev.portico.plugin.host.vetting.Vetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The plugin of the Maven module whose tests run, read as a portal would read it. */
public final class PluginUnderTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");

    private PluginUnderTest() {}

    /** @throws AssertionError that lists every problem of the jar or its manifest */
    public static PluginPackage read() {
        return read(CLASSES);
    }

    /**
     * @param classes what goes into the plugin's jar; the jar is made in a folder of its own beside it, which a
     *     {@link dev.portico.plugin.host.PluginHost} can open
     */
    public static PluginPackage read(Path classes) {
        var jar = packed(classes);
        requireVetted(jar);
        var reading = new ManifestReader().read(jar);
        if (reading instanceof Reading.Invalid invalid) {
            throw new AssertionError("The manifest has problems:\n" + String.join("\n", invalid.problems()));
        }
        return ((Reading.Valid) reading).content();
    }

    private static void requireVetted(Path jar) {
        try (var bytes = Files.newInputStream(jar)) {
            if (Vetting.of(bytes, Limits.STANDARD) instanceof Vetting.Refused refused) {
                throw new AssertionError("No portal takes this jar:\n"
                        + refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with the messages: in one language only, unparsable, of different arguments, unused. */
    public static List<String> messageProblems(PluginPackage plugin) {
        var used = MessageKeys.of(plugin.manifest()).stream()
                .map(MessageKeys.Use::key)
                .collect(Collectors.toSet());
        var sources = Files.isDirectory(SOURCES) ? SOURCES : CLASSES;
        return BundleCheck.problems(
                messages(plugin, Languages.ENGLISH), messages(plugin, Languages.SPANISH), used, sources);
    }

    private static MessageBundle messages(PluginPackage plugin, Locale language) {
        return plugin.messages().getOrDefault(language, MessageBundle.of(plugin.id(), language, Map.of()));
    }

    private static Path packed(Path classes) {
        try {
            var folder = Files.createDirectories(classes.resolveSibling("plugin-under-test"));
            return TestPlugin.of(classes).writeTo(folder.resolve("plugin.jar"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
