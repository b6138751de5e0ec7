package dev.portico.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Everything that outlives a start, locked against a second launcher. */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "launcher.lock";
    private static final String PROCESSES = "run";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Locks the folder and ends whatever servers a killed launcher left running in it. */
    public static DataFolder open(Path folder) {
        Folders.createPrivate(folder);
        var data = new DataFolder(folder, lock(folder));
        ChildProcess.endLeftOvers(data.processes());
        return data;
    }

    private static FileChannel lock(Path folder) {
        try {
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException takenInThisProcess) {
                // Said below, as for any other process.
            }
            channel.close();
        } catch (IOException e) {
            throw LaunchException.because(e, "folder.unwritable", folder, e.getMessage());
        }
        throw LaunchException.of("folder.in-use", folder);
    }

    /** Forgets all data. Only ever deletes a folder that a launcher has made. */
    public void reset() {
        try (var entries = Files.list(folder)) {
            List<Path> old = entries.filter(entry -> !entry.endsWith(LOCK)).toList();
            // Opening the folder has just made the one for process ids.
            if (!Files.exists(secretsFile()) && old.stream().anyMatch(entry -> !entry.endsWith(PROCESSES))) {
                throw LaunchException.of("folder.foreign", folder);
            }
            // Last, so that a reset cut short can be repeated.
            old.stream().filter(entry -> !entry.equals(secretsFile())).forEach(Folders::delete);
            Files.deleteIfExists(secretsFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path at(String name) {
        return folder.resolve(name);
    }

    public Path logs() {
        return Folders.create(at("logs"));
    }

    public Path processes() {
        return Folders.create(at(PROCESSES));
    }

    /** When its servers were started for the first time. */
    public Instant since() {
        var file = at("since");
        try {
            if (!Files.exists(file)) {
                Files.writeString(
                        file, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            }
            return Instant.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Secrets secrets() {
        return new Secrets(secretsFile());
    }

    private Path secretsFile() {
        return at("secrets.properties");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
