package dev.portico.portal.release.control;

import dev.portico.plugin.PluginApi;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.Reading;
import dev.portico.plugin.host.store.ReleaseStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * This process's own copies of the releases that it works with, from which plugins run. The database has the truth: the
 * folder is nobody else's, and goes when the portal stops.
 */
@ApplicationScoped
public class LocalReleases {
    private static final Logger LOG = System.getLogger(LocalReleases.class.getName());

    private final ManifestReader reader = new ManifestReader(PluginApi.VERSION);
    private final Map<String, PluginPackage> read = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ReleaseStore store;

    @PostConstruct
    void open() {
        try {
            folder = Files.createTempDirectory("portico-plugins");
            store = new ReleaseStore(folder);
        } catch (IOException full) {
            throw new UncheckedIOException("There is no room for plugins", full);
        }
    }

    /** Where a jar may lie while it is examined. */
    public Path quarantine() {
        return folder;
    }

    /**
     * The release, read from the copy here.
     *
     * @param jar its bytes, where there is no intact copy yet
     * @throws IllegalStateException if it is not in order, as it was when it was admitted
     */
    public PluginPackage get(String digest, Supplier<byte[]> jar) {
        try {
            var copy = store.find(digest);
            var known = read.get(digest);
            if (copy.isPresent() && known != null) {
                return known;
            }
            var path = copy.isPresent() ? copy.get() : store.put(digest, new ByteArrayInputStream(jar.get()));
            var content = content(path);
            read.put(digest, content);
            return content;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The release " + digest + " cannot be kept or read here", unreadable);
        }
    }

    /** Of a release that is here. */
    public byte[] bytes(PluginPackage release) {
        try {
            return Files.readAllBytes(release.jar());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private PluginPackage content(Path path) {
        var reading = reader.read(path);
        if (reading instanceof Reading.Invalid invalid) {
            throw new UnfitRelease(invalid.found());
        }
        return ((Reading.Valid) reading).content();
    }

    /** A release that was admitted once, by a portal with another plugin API for example, and would not be now. */
    public static final class UnfitRelease extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        UnfitRelease(List<Problem> problems) {
            super(problems.toString());
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    @PreDestroy
    void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            LOG.log(Level.WARNING, () -> "Copies of plugins are left in " + folder, left);
        }
    }
}
