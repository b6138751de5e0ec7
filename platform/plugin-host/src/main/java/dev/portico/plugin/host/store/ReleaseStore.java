package dev.portico.plugin.host.store;

import dev.portico.plugin.host.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder of jars by digest: {@code <folder>/<sha256>.jar}. A file in it is whole or not there, also after a crash, and
 * several processes may use the same folder.
 *
 * <p>Thread-safe. A digest is the SHA-256 in lower-case hexadecimal; another text is an {@link IllegalArgumentException}.
 */
public final class ReleaseStore {
    private static final System.Logger LOG = System.getLogger(ReleaseStore.class.getName());
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String JAR = ".jar";
    /** No transfer takes as long; what is older was left by a process that died. */
    private static final Duration LONGEST_TRANSFER = Duration.ofDays(1);

    private final Path folder;

    /** @param folder made if it is not there */
    public ReleaseStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder).toRealPath();
    }

    /**
     * Keeps a release, unless an intact copy is there already; a damaged one is replaced.
     *
     * @param content read to its end and not closed
     * @throws IOException if it cannot be written, or its bytes have another digest; then nothing is kept
     */
    public Path put(String sha256, InputStream content) throws IOException {
        var kept = find(sha256);
        if (kept.isPresent()) {
            return kept.get();
        }
        try (var incoming = Incoming.in(folder)) {
            var written = incoming.write(content);
            if (!written.equals(sha256)) {
                throw new IOException("The bytes that should have the digest " + sha256 + " have " + written);
            }
            return incoming.moveTo(file(sha256));
        }
    }

    /** Its digest is verified each time; one that is damaged is as good as absent. */
    public Optional<Path> find(String sha256) throws IOException {
        var file = file(sha256);
        try {
            if (Sha256.of(file).equals(sha256)) {
                return Optional.of(file);
            }
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        LOG.log(Level.ERROR, "The copy of the release {0} is damaged", sha256);
        return Optional.empty();
    }

    /** What is here, though nobody looked whether it is intact. */
    public Set<String> digests() throws IOException {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(JAR))
                .map(name -> name.substring(0, name.length() - JAR.length()))
                .filter(name -> DIGEST.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Removes every other release, and what transfers that died have left.
     *
     * @return those removed; one that cannot be, because it is in use on some systems, is left for the next time
     */
    public Set<String> retain(Collection<String> wanted) throws IOException {
        var removed = new TreeSet<String>();
        for (var digest : digests()) {
            if (!wanted.contains(digest) && removed(file(digest))) {
                removed.add(digest);
            }
        }
        var dead = Instant.now().minus(LONGEST_TRANSFER);
        for (var file : files()) {
            if (Incoming.isOne(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(dead)) {
                removed(file);
            }
        }
        return removed;
    }

    private static boolean removed(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException inUse) {
            LOG.log(Level.WARNING, () -> file.getFileName() + " cannot be removed", inUse);
            return false;
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Path file(String sha256) {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("No SHA-256 digest");
        }
        return folder.resolve(sha256 + JAR);
    }
}
