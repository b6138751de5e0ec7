package dev.portico.plugin.host.store;

import dev.portico.plugin.host.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;

/** A release on its way into the folder; what was not moved to its place is gone when this is closed. */
final class Incoming implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Incoming.class.getName());
    private static final String PREFIX = "incoming-";

    private final Path file;

    private Incoming(Path file) {
        this.file = file;
    }

    /** In the folder itself, for a move to be atomic. */
    static Incoming in(Path folder) throws IOException {
        return new Incoming(Files.createTempFile(folder, PREFIX, ".tmp"));
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().startsWith(PREFIX);
    }

    /**
     * All of it is on the disk when this returns.
     *
     * @return the digest of what was written
     */
    String write(InputStream content) throws IOException {
        var digest = Sha256.digest();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            new DigestInputStream(content, digest).transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        return Sha256.hex(digest.digest());
    }

    /** Another process may have been faster with the same bytes: whose file stays makes no difference. */
    Path moveTo(Path place) throws IOException {
        if (!file.toFile().setReadOnly()) {
            throw new FileSystemException(file.toString(), null, "cannot be made read-only");
        }
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        forceFolder();
        return place;
    }

    private void forceFolder() {
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unsupported) {
            LOG.log(Level.DEBUG, "This system does not flush folders", unsupported);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
