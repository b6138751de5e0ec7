package dev.portico.image;

import dev.portico.launcher.Stack;
import dev.portico.launcher.portal.BootCommands;
import dev.portico.launcher.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.ZipInputStream;

/** What the image lays over a bare Debian: everything of ours is below {@code /opt/portico}. */
public record RootFolder(Path path) {

    /** Where the portal lives, in the folder as in the image. */
    public Path home() {
        return path.resolve("opt").resolve("portico");
    }

    /** Its entry point. */
    public Path program() {
        return home().resolve("bin").resolve("portico");
    }

    Path classArchive() {
        return home().resolve("classes.jsa");
    }

    /**
     * Replaces the folder. The archive of classes is {@link Training}'s to add.
     *
     * @param settings say where Payara, the portal and the plugins are
     * @param sources what is copied as it stands
     */
    public static RootFolder assemble(Path target, Stack.Settings settings, Path sources) {
        var root = new RootFolder(target.toAbsolutePath().normalize());
        Folders.delete(root.path());
        try {
            Folders.copyTree(sources, root.path());
            Folders.create(root.home().resolve("etc"));
            Files.writeString(root.home().resolve("etc").resolve("boot.asadmin"), BootCommands.text());
            for (var script : new String[] {"portico", "healthy"}) {
                var file = root.home().resolve("bin").resolve(script);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            var java = JavaRuntime.link(root.home().resolve("jre"));
            Payara.unpack(
                    java,
                    settings.artefacts().resolve("payara-micro.jar"),
                    root.home().resolve("payara"));
            // As a folder: a WAR would be unpacked anew at every start, into memory where /tmp is that.
            unzip(settings.war(), root.home().resolve("portal"));
            Folders.copyTree(settings.plugins(), root.home().resolve("plugins"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }

    private static void unzip(Path archive, Path target) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(entry.getName());
                }
                if (entry.isDirectory()) {
                    Folders.create(file);
                } else {
                    Folders.create(Objects.requireNonNull(file.getParent()));
                    Files.copy(zip, file);
                }
            }
        }
    }
}
