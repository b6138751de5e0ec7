package dev.portico.plugin.host;

import dev.portico.plugin.PluginApi;
import dev.portico.plugin.host.InstalledPlugin.State;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pf4j.PluginRuntimeException;

/**
 * The plugins of a folder: those in order run, the others are listed with what is wrong with them, and neither keeps
 * the portal from starting. Calls into a plugin go through {@link Guard}.
 *
 * <p>Thread-safe; what changes plugins is serialised.
 */
public final class PluginHost implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PluginHost.class.getName());

    private final ManifestReader reader;
    private final List<InstalledPlugin> plugins = new ArrayList<>();
    private final Map<String, Generation> running = new TreeMap<>();
    private volatile Catalog catalog = new Catalog(List.of());

    private PluginHost(ManifestReader reader) {
        this.reader = reader;
    }

    /** Starts the plugins of a folder for the plugin API that is on the class path. */
    public static PluginHost open(Path folder) {
        return open(folder, PluginApi.VERSION);
    }

    /** @param folder its {@code *.jar} files are taken in the order of their names; an absent folder is an empty one */
    public static PluginHost open(Path folder, String apiVersion) {
        var host = new PluginHost(new ManifestReader(apiVersion));
        jars(folder).forEach(host::add);
        return host;
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            LOG.log(Level.WARNING, "There is no plugin folder {0}: no plugin is started", folder);
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException unreadable) {
            LOG.log(
                    Level.ERROR,
                    () -> "The plugin folder " + folder + " cannot be read: no plugin is started",
                    unreadable);
            return List.of();
        }
    }

    /** Every jar that was found, whatever became of it. */
    public synchronized List<InstalledPlugin> plugins() {
        return List.copyOf(plugins);
    }

    /** What the running plugins declare. */
    public Catalog catalog() {
        return catalog;
    }

    synchronized Optional<Generation> running(String pluginId) {
        return Optional.ofNullable(running.get(pluginId));
    }

    private synchronized void add(Path jar) {
        var plugin = started(jar);
        plugins.add(plugin);
        if (plugin.state() == State.RUNNING) {
            LOG.log(Level.INFO, "Plugin {0} runs", jar.getFileName());
        } else {
            LOG.log(
                    Level.WARNING,
                    "Plugin {0} does not run ({1}): {2}",
                    jar.getFileName(),
                    plugin.state(),
                    String.join("; ", plugin.problems()));
        }
        catalog = new Catalog(plugins.stream()
                .filter(candidate -> candidate.state() == State.RUNNING)
                .flatMap(candidate -> candidate.content().stream())
                .sorted(Comparator.comparing(PluginPackage::id))
                .toList());
    }

    private InstalledPlugin started(Path jar) {
        var reading = reader.read(jar);
        if (reading instanceof Reading.Invalid invalid) {
            return new InstalledPlugin(jar, Optional.empty(), State.REJECTED, invalid.problems());
        }
        var content = ((Reading.Valid) reading).content();
        if (running.containsKey(content.id())) {
            return notRunning(content, State.REJECTED, "id: another jar has the plugin '" + content.id() + "' already");
        }
        try {
            running.put(content.id(), Generation.start(content));
            return new InstalledPlugin(jar, Optional.of(content), State.RUNNING, List.of());
        } catch (IOException | ClassNotFoundException | LinkageError | PluginRuntimeException unloadable) {
            return notRunning(content, State.FAILED, "cannot be loaded: " + unloadable);
        }
    }

    private static InstalledPlugin notRunning(PluginPackage content, State state, String problem) {
        return new InstalledPlugin(content.jar(), Optional.of(content), state, List.of(problem));
    }

    /** Stops every plugin; the class loader of one that is still in a call goes when that call ends. */
    @Override
    public synchronized void close() {
        running.values().forEach(Generation::retire);
        running.clear();
        plugins.clear();
        catalog = new Catalog(List.of());
    }
}
