package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.Guard;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.host.PluginHost;
import dev.portico.plugin.host.PluginLease;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.PluginWatch;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.Reading;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The plugin host of this portal: what runs, and the guard through which it is called. It is empty at first. */
@ApplicationScoped
public class Plugins {
    private static final Logger LOG = System.getLogger(Plugins.class.getName());

    @Inject
    @ConfigProperty(name = "portico.plugins.dir")
    String folder;

    @Inject
    @ConfigProperty(name = "portico.plugins.safe-mode", defaultValue = "false")
    boolean safeMode;

    @Inject
    @ConfigProperty(name = "portico.plugins.watch", defaultValue = "false")
    List<String> watched;

    @Inject
    PluginSchemas schemas;

    @Inject
    Event<PluginCalled> called;

    private final ManifestReader reader = new ManifestReader();

    @SuppressWarnings("NullAway.Init")
    private PluginHost host;

    private volatile boolean closed;
    private Optional<PluginWatch> watch = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    private Guard guard;

    @PostConstruct
    void open() {
        host = PluginHost.empty();
        var folders = watchedFolders();
        watch = safeMode || folders.isEmpty()
                ? Optional.empty()
                : Optional.of(PluginWatch.start(this::develop, folders));
        guard = new Guard(this::tell);
    }

    /** With {@code true} that of the plugins, otherwise those that are named as well; with {@code false} none. */
    private List<Path> watchedFolders() {
        if (watched.equals(List.of("false"))) {
            return List.of();
        }
        return Stream.concat(Stream.of(folder), watched.stream().filter(named -> !named.equals("true")))
                .map(Path::of)
                .toList();
    }

    private void tell(String pluginId, Class<?> point, String tenantId, Outcome<?> outcome) {
        called.fire(PluginCalled.of(pluginId, point.getSimpleName(), tenantId, outcome));
    }

    /**
     * Brings a plugin's own tables to what a release needs, and lets it take the place of the running version, if there is
     * one. Outside of any transaction; of the same plugin one at a time.
     *
     * @return why it does not; empty where it runs
     * @throws IllegalStateException where it cannot now, for a reason that passes
     */
    public List<Problem> start(PluginPackage release) {
        var problems = schemas.expand(release);
        if (problems.isEmpty() && closed) {
            throw new IllegalStateException("The portal is stopping");
        }
        return problems.isEmpty() ? host.swap(release.jar()).problems() : problems;
    }

    private void develop(Path jar) {
        if (reader.read(jar) instanceof Reading.Valid release) {
            develop(release.content());
        } else {
            // It tells why not.
            host.swap(jar);
        }
    }

    private void develop(PluginPackage release) {
        try {
            var problems = start(release);
            if (!problems.isEmpty()) {
                LOG.log(Level.WARNING, "Plugin {0} goes on as it was: {1}", release.id(), problems);
            }
        } catch (IllegalStateException passing) {
            LOG.log(Level.WARNING, "Plugin " + release.id() + " waits until its jar is written again", passing);
        }
    }

    /** What runs now, which is not what a request that began earlier works with. */
    public List<PluginPackage> running() {
        return host.catalog().plugins();
    }

    public boolean runs(String pluginId) {
        return host.catalog().plugin(pluginId).isPresent();
    }

    /** To be closed; within a request or job that of {@link CurrentPlugins} is the one to use. */
    public PluginLease lease() {
        return host.lease();
    }

    /** Whether the portal was started without any plugin, for an administrator to put things right. */
    public boolean safeMode() {
        return safeMode;
    }

    /** Whether plugins are those of a folder in which somebody develops them, whatever was decided. */
    public boolean watched() {
        return !watchedFolders().isEmpty();
    }

    /** For whoever starts, swaps and retires plugins, or looks after them. */
    public PluginHost host() {
        return host;
    }

    public Guard guard() {
        return guard;
    }

    @PreDestroy
    void close() {
        watch.ifPresent(PluginWatch::close);
        closed = true;
        host.close();
    }
}
