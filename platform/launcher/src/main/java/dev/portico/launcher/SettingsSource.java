package dev.portico.launcher;

import dev.portico.launcher.portal.JvmMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings from {@code -Dportico…} properties and from the project that the working folder is in. */
public final class SettingsSource {
    private static final String PSEUDO_LOCALE = "portico.pseudo-locale";
    private static final String WATCH = "portico.plugins.watch";
    private static final Path MODULE = Path.of("platform", "launcher");

    private final Path project;

    private SettingsSource(Path project) {
        this.project = project;
    }

    /** Looks for the project from {@code folder} upwards, so that any module's tests find it. */
    public static SettingsSource around(Path folder) {
        for (var candidate = folder.toAbsolutePath().normalize();
                candidate != null;
                candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve(MODULE).resolve("pom.xml"))) {
                return new SettingsSource(candidate);
            }
        }
        return new SettingsSource(folder.toAbsolutePath().normalize());
    }

    /** The project's root folder. */
    public Path project() {
        return project;
    }

    /** For the demonstration: what the properties do not say has its standard value. */
    public Stack.Settings demo(Properties properties) {
        var target = target();
        return new Stack.Settings(
                path(properties, "portico.data", project.resolve("data")),
                Ports.from(properties),
                properties.getProperty("portico.jvm", "fast").equals("full") ? JvmMode.FULL_JIT : JvmMode.FAST_START,
                target.resolve("stack"),
                target.resolve("cache"),
                path(properties, "portico.war", target.resolve("stack").resolve("portal.war")),
                path(properties, "portico.plugins", target.resolve("stack").resolve("plugins")),
                isSet(properties, "portico.reset"),
                portal(properties),
                postgres(properties));
    }

    /** What the portal is told beyond what it always is. */
    private Map<String, String> portal(Properties properties) {
        var told = new TreeMap<String, String>();
        if (isSet(properties, PSEUDO_LOCALE)) {
            told.put(PSEUDO_LOCALE, "true");
        }
        if (isSet(properties, WATCH)) {
            told.put(WATCH, watched(properties.getProperty(WATCH)));
        }
        return told;
    }

    /** Folders are the project's. */
    private String watched(String folders) {
        return folders.isEmpty() || folders.equals("true")
                ? "true"
                : Arrays.stream(folders.split(","))
                        .map(folder ->
                                project.resolve(folder.strip()).normalize().toString())
                        .collect(Collectors.joining(","));
    }

    /** An installation's folder, such as {@code /usr/lib/postgresql/18}. */
    private Optional<Path> postgres(Properties properties) {
        return Optional.of(properties.getProperty("portico.postgres.home", ""))
                .filter(text -> !text.isBlank())
                .map(text -> project.resolve(text).normalize());
    }

    /** For tests: free ports and a data folder of their own. */
    public Stack.Settings test(Path data) {
        return demo(new Properties()).in(data.toAbsolutePath().normalize(), Ports.free(), Optional.empty());
    }

    /** The folder of a module of the platform. */
    public Path module(String name) {
        return project.resolve("platform").resolve(name);
    }

    private Path target() {
        return project.resolve(MODULE).resolve("target");
    }

    private Path path(Properties properties, String name, Path standard) {
        var text = properties.getProperty(name, "");
        return text.isBlank() ? standard : project.resolve(text).normalize();
    }

    /** {@code -Dportico.reset} alone counts as well as {@code -Dportico.reset=true}. */
    private static boolean isSet(Properties properties, String name) {
        var text = properties.getProperty(name);
        return text != null && !text.equals("false");
    }
}
