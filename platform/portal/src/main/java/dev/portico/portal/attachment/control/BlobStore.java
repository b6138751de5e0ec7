package dev.portico.portal.attachment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bytes of attachments, as files under {@code {tenant}/{first two characters of id}/{id}}. */
@ApplicationScoped
public class BlobStore {
    private static final Logger LOG = System.getLogger(BlobStore.class.getName());
    private static final Pattern TENANT = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    @Inject
    @ConfigProperty(name = "portico.attachments.dir")
    String directory;

    /** Writes the bytes of one file; what it throws ends the writing, and nothing stays. */
    @FunctionalInterface
    interface Writing<T> {
        T to(OutputStream out) throws IOException;
    }

    /** When this returns, the bytes are on the disk and can be read; when it throws, there are none. */
    <T> T write(String tenant, String id, Writing<T> writing) {
        var folder = folder(tenant, id);
        var part = part(folder, id);
        try {
            Files.createDirectories(folder);
            var result = writeDurably(part, writing);
            Files.move(part, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
            forceDirectory(folder);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("Attachment " + id + " cannot be written", e);
        } finally {
            deleteQuietly(part);
        }
    }

    /** Bytes that are there already are written again, and so is the part that an interrupted copy has left. */
    public void copy(String from, String to, String id) {
        deleteQuietly(part(folder(to, id), id));
        write(to, id, out -> {
            try (var in = read(from, id)) {
                return in.transferTo(out);
            }
        });
    }

    public boolean present(String tenant, String id) {
        return Files.isRegularFile(file(tenant, id));
    }

    public InputStream read(String tenant, String id) {
        try {
            return Files.newInputStream(file(tenant, id));
        } catch (IOException e) {
            throw new UncheckedIOException("Attachment " + id + " cannot be read", e);
        }
    }

    /** A file that cannot be deleted wastes space and harms nobody. */
    void delete(String tenant, String id) {
        deleteQuietly(file(tenant, id));
    }

    private static Path part(Path folder, String id) {
        return folder.resolve(id + ".part");
    }

    private Path file(String tenant, String id) {
        return folder(tenant, id).resolve(id);
    }

    private Path folder(String tenant, String id) {
        if (!TENANT.matcher(tenant).matches() || !AttachmentId.valid(id)) {
            throw new IllegalArgumentException("No attachment is kept under this tenant and id");
        }
        return Path.of(directory).resolve(tenant).resolve(id.substring(0, 2));
    }

    private static <T> T writeDurably(Path part, Writing<T> writing) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var result = writing.to(Channels.newOutputStream(channel));
            channel.force(true);
            return result;
        }
    }

    /** Without it the new name may be lost with the power; some systems cannot open directories. */
    private static void forceDirectory(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The directory of attachments cannot be forced to disk", e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A file of an attachment stays behind: " + file.getFileName(), e);
        }
    }
}
