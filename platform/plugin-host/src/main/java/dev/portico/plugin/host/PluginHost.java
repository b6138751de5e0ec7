package dev.portico.plugin.host;

import dev.portico.plugin.PluginApi;
import dev.portico.plugin.host.InstalledPlugin.State;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts, swaps and retires plugins while others work with them. Whoever does takes a {@link PluginLease}, which shows
 * the plugins of one moment, and calls them through the {@link Guard}; a plugin that was swapped or retired is unloaded
 * when the last lease from before has ended. A plugin that cannot be started changes nothing and keeps nobody waiting.
 *
 * <p>Thread-safe: what changes plugins is serialised, and taking or closing a lease waits for nothing.
 */
public final class PluginHost implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PluginHost.class.getName());

    private final ManifestReader reader;
    private final CallLimits limits;
    private final Map<Path, InstalledPlugin> installed = new LinkedHashMap<>();
    private final Set<Generation> loaded = ConcurrentHashMap.newKeySet();
    private boolean closed;
    private volatile List<InstalledPlugin> plugins = List.of();
    private volatile LineUp current = new LineUp(List.of());

    private PluginHost(ManifestReader reader, CallLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** With no plugin, for the plugin API that is on the class path. */
    public static PluginHost empty() {
        return new PluginHost(new ManifestReader(PluginApi.VERSION), CallLimits.STANDARD);
    }

    /** Starts the plugins of a folder for the plugin API that is on the class path. */
    public static PluginHost open(Path folder) {
        return open(folder, PluginApi.VERSION);
    }

    /** @param folder its {@code *.jar} files are taken in the order of their names; an absent folder is an empty one */
    public static PluginHost open(Path folder, String apiVersion) {
        return open(folder, apiVersion, CallLimits.STANDARD);
    }

    static PluginHost open(Path folder, String apiVersion, CallLimits limits) {
        var host = new PluginHost(new ManifestReader(apiVersion), limits);
        jars(folder).forEach(host::start);
        return host;
    }

    /** Files whose names end in {@code .jar}, in the order of their names; none where the folder is absent or unreadable. */
    public static List<Path> jars(Path folder) {
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

    /** The plugins as they are now, until the lease is closed. */
    public PluginLease lease() {
        var lineUp = current;
        while (!lineUp.take()) {
            // replaced, and given back by everybody, since it was read
            lineUp = current;
        }
        return new PluginLease(lineUp);
    }

    /** What runs, and what should have been started but was not. */
    public List<InstalledPlugin> plugins() {
        return plugins;
    }

    /** What the running plugins declare. */
    public Catalog catalog() {
        return current.catalog();
    }

    /** What is in memory, in the order of their starts: also what has been replaced but is still in use. */
    public List<LoadedPlugin> loaded() {
        var now = current.generations();
        return loaded.stream()
                .sorted(Comparator.comparing(Generation::number))
                .map(generation ->
                        new LoadedPlugin(generation.content(), generation.number(), now.contains(generation)))
                .toList();
    }

    /** Where running plugins have failed lately. */
    public List<Trouble> troubles() {
        return current.generations().stream().flatMap(Generation::troubles).toList();
    }

    /** Starts a plugin that does not run yet. It is listed whatever becomes of it. */
    public synchronized InstalledPlugin start(Path jar) {
        var result = run(jar, false);
        if (result.state() != State.RUNNING) {
            installed.put(jar, result);
            plugins = List.copyOf(installed.values());
        }
        return result;
    }

    /**
     * Starts a plugin beside the running one of its id, if there is one, and then lets it take its place. Where the new
     * one cannot be started the old one goes on.
     *
     * @param jar a file that stays as it is while the plugin is in memory, so not the old one's
     * @return {@link State#RUNNING}, or why it does not
     */
    public synchronized InstalledPlugin swap(Path jar) {
        return run(jar, true);
    }

    /** @return false where no plugin of that id runs */
    public synchronized boolean retire(String pluginId) {
        var running = running();
        if (running.remove(pluginId) == null) {
            return false;
        }
        forget(pluginId);
        publish(running.values());
        LOG.log(Level.INFO, "Plugin {0} is retired", pluginId);
        return true;
    }

    private InstalledPlugin run(Path jar, boolean swap) {
        var result = started(jar, swap);
        if (result.state() == State.RUNNING) {
            LOG.log(Level.INFO, "Plugin {0} runs", jar.getFileName());
        } else {
            LOG.log(
                    Level.WARNING,
                    "Plugin {0} does not run ({1}): {2}",
                    jar.getFileName(),
                    result.state(),
                    result.problems());
        }
        return result;
    }

    private InstalledPlugin started(Path jar, boolean swap) {
        if (closed) {
            return new InstalledPlugin(
                    jar, Optional.empty(), State.FAILED, List.of(Problem.of("plugin.problem.stopping", "")));
        }
        var reading = reader.read(jar);
        if (reading instanceof Reading.Invalid invalid) {
            return new InstalledPlugin(jar, Optional.empty(), State.REJECTED, invalid.found());
        }
        var content = ((Reading.Valid) reading).content();
        if (!swap && current.generation(content.id()).isPresent()) {
            return notRunning(
                    content, State.REJECTED, Problem.of("plugin.problem.id-taken", "id", "value", content.id()));
        }
        try {
            var generation = Generation.start(content, limits, loaded);
            return takePlace(generation, swap);
        } catch (PluginFailure failure) {
            return notRunning(
                    content, State.FAILED, Problem.of("plugin.problem.no-start", "", "reason", failure.why()));
        }
    }

    private static InstalledPlugin notRunning(PluginPackage content, State state, Problem problem) {
        return new InstalledPlugin(content.jar(), Optional.of(content), state, List.of(problem));
    }

    private InstalledPlugin takePlace(Generation generation, boolean swap) {
        var content = generation.content();
        if (swap) {
            forget(content.id());
        }
        var result = new InstalledPlugin(content.jar(), Optional.of(content), State.RUNNING, List.of());
        installed.put(content.jar(), result);
        var running = running();
        running.put(content.id(), generation);
        publish(running.values());
        // from here on the line-up alone holds it
        generation.giveBack();
        return result;
    }

    private void forget(String pluginId) {
        installed.values().removeIf(plugin -> plugin.content()
                .filter(content -> content.id().equals(pluginId))
                .isPresent());
    }

    private Map<String, Generation> running() {
        var running = new TreeMap<String, Generation>();
        current.generations()
                .forEach(generation -> running.put(generation.content().id(), generation));
        return running;
    }

    private void publish(Collection<Generation> running) {
        var before = current;
        current = new LineUp(running);
        plugins = List.copyOf(installed.values());
        before.giveBack();
    }

    /** Stops every plugin; the class loader of one that is still in use goes when its last lease or call ends. */
    @Override
    public synchronized void close() {
        closed = true;
        installed.clear();
        publish(List.of());
    }
}
