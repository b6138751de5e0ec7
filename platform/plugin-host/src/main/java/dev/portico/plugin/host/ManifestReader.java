package dev.portico.plugin.host;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.plugin.PluginApi;
import dev.portico.plugin.manifest.PluginManifest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Reads what a plugin's jar declares, and finds every problem of it at once. Loads no class.
 *
 * <p>The manifest is {@code META-INF/portico/plugin.json}: the members of the records in
 * {@link dev.portico.plugin.manifest}, constants in lower case with dashes. Its texts are in
 * {@code META-INF/portico/messages_en.properties} and {@code messages_es.properties}, in UTF-8. The migrations of its own
 * tables are {@code db/expand/V1__name.sql} and {@code db/contract/V1__name.sql}.
 */
public final class ManifestReader {
    private static final String MANIFEST = PluginJar.FOLDER + "plugin.json";

    private final String apiVersion;

    /** For the plugin API that is on the class path. */
    public ManifestReader() {
        this(PluginApi.VERSION);
    }

    public ManifestReader(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    public Reading read(Path jar) {
        var problems = new Problems();
        try {
            if (Files.size(jar) > PluginJar.MAX_JAR) {
                problems.tell(name(jar), "plugin.problem.larger", (PluginJar.MAX_JAR >> 20) + " MiB");
                return new Reading.Invalid(problems.found());
            }
            return read(jar, problems);
        } catch (ZipException noJar) {
            problems.tell(name(jar), "plugin.problem.no-jar");
        } catch (IOException | SecurityException unreadable) {
            problems.tell(name(jar), "plugin.problem.unreadable", String.valueOf(unreadable.getMessage()));
        }
        return new Reading.Invalid(problems.found());
    }

    private Reading read(Path path, Problems problems) throws IOException {
        Optional<PluginManifest> manifest;
        Map<Locale, MessageBundle> messages;
        List<Migration> migrations;
        try (var jar = new PluginJar(path)) {
            manifest = manifest(jar, problems);
            messages = messages(jar, manifest.map(PluginManifest::id).orElse(name(path)), problems);
            migrations = MigrationReader.read(jar, problems);
        }
        manifest.ifPresent(declared -> ManifestRules.check(declared, apiVersion, problems));
        manifest.ifPresent(declared -> MessageRules.check(declared, messages, problems));
        manifest.ifPresent(declared -> MigrationReader.check(declared, migrations, problems));
        return manifest.isPresent() && problems.none()
                ? new Reading.Valid(new PluginPackage(manifest.get(), messages, Sha256.of(path), path, migrations))
                : new Reading.Invalid(problems.found());
    }

    private static Optional<PluginManifest> manifest(PluginJar jar, Problems problems) throws IOException {
        var text = jar.text(MANIFEST, problems);
        if (text.isEmpty() && problems.none()) {
            problems.tell(MANIFEST, "plugin.problem.missing");
        }
        return text.flatMap(json -> JsonText.object(json, MANIFEST, problems))
                .map(json -> ObjectNode.read(json, "", problems, ManifestDocument::manifest));
    }

    private static Map<Locale, MessageBundle> messages(PluginJar jar, String origin, Problems problems)
            throws IOException {
        var bundles = new HashMap<Locale, MessageBundle>();
        for (var language : Languages.SUPPORTED) {
            var file = PluginJar.FOLDER + "messages_" + language.getLanguage() + ".properties";
            var text = jar.text(file, problems);
            if (text.isEmpty()) {
                problems.tell(file, "plugin.problem.missing-or-useless");
            }
            text.flatMap(properties -> bundle(properties, origin, language, file, problems))
                    .ifPresent(bundle -> bundles.put(language, bundle));
        }
        return bundles;
    }

    private static Optional<MessageBundle> bundle(
            String text, String origin, Locale language, String file, Problems problems) {
        try {
            return Optional.of(MessageBundle.load(new StringReader(text), origin, language));
        } catch (IllegalArgumentException malformed) {
            problems.tell(file, "plugin.problem.no-properties");
            return Optional.empty();
        }
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }
}
