package dev.portico.plugin.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * For those who write plugins: starts the plugins of some folders and swaps each whose jar changes. They run from copies,
 * since a build writes over the jar that it made before. A jar that vanishes is one that is being built anew: its plugin
 * goes on. A folder that vanishes is watched no longer.
 */
public final class PluginWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PluginWatch.class.getName());

    /** A build writes a jar and then signs it. */
    private static final long QUIET_MS = 500;

    private final Consumer<Path> changed;
    private final List<Path> folders;
    private final Path copies;
    private final WatchService watcher;
    private final Map<Path, String> digests = new HashMap<>();
    private int copied;

    private PluginWatch(Consumer<Path> changed, List<Path> folders) throws IOException {
        this.changed = changed;
        this.folders = List.copyOf(folders);
        this.copies = Files.createTempDirectory("plugins");
        this.watcher = FileSystems.getDefault().newWatchService();
        for (var folder : folders) {
            Files.createDirectories(folder)
                    .register(watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        }
    }

    /**
     * Returns once the plugins that are there run.
     *
     * @param folders where two have the same plugin, that of the later one runs
     */
    public static PluginWatch start(Consumer<Path> changed, List<Path> folders) {
        try {
            var watch = new PluginWatch(changed, folders);
            watch.look();
            var thread = new Thread(watch::run, "plugin-watch");
            thread.setDaemon(true);
            thread.start();
            return watch;
        } catch (IOException unwatchable) {
            throw new UncheckedIOException("The plugin folders " + folders + " cannot be watched", unwatchable);
        }
    }

    private void run() {
        try {
            while (true) {
                for (var key = watcher.take(); key != null; key = watcher.poll(QUIET_MS, TimeUnit.MILLISECONDS)) {
                    key.pollEvents();
                    // before looking, so that what comes meanwhile is looked at as well
                    key.reset();
                }
                look();
            }
        } catch (ClosedWatchServiceException | InterruptedException end) {
            LOG.log(Level.DEBUG, "The plugin folders {0} are watched no longer", folders);
        }
    }

    private void look() {
        folders.stream().map(PluginHost::jars).flatMap(List::stream).forEach(this::look);
    }

    /** What is half written is no proper jar yet; there will be another event when it is whole. */
    private void look(Path jar) {
        try {
            var copy = copies.resolve(++copied + "-" + jar.getFileName());
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            var digest = Sha256.of(copy);
            if (digest.equals(digests.put(jar, digest))) {
                Files.delete(copy);
            } else {
                changed.accept(copy);
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, () -> "The plugin " + jar + " cannot be read now", unreadable);
        }
    }

    /** The plugins go on; the copies that they run from remain until the system clears its temporary files. */
    @Override
    public void close() {
        try {
            watcher.close();
        } catch (IOException unclosed) {
            LOG.log(Level.WARNING, () -> "The watch of " + folders + " could not be closed", unclosed);
        }
    }
}
