package dev.portico.launcher.postgres;

import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.LaunchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this machine: those of an installation, else unpacked from the class path. */
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** @param installed the folder of an installation, the one that holds {@code bin} */
    static PostgresBinaries of(Path cache, Optional<Path> installed) {
        return installed.map(PostgresBinaries::new).orElseGet(() -> unpack(cache));
    }

    /** Unpacks into {@code cache} unless an earlier start has done so. */
    static PostgresBinaries unpack(Path cache) {
        var home = cache.resolve("postgres");
        if (!Files.exists(home)) {
            Folders.alone(home, () -> unpack(cache, home));
        }
        return new PostgresBinaries(home);
    }

    private static void unpack(Path cache, Path home) {
        var name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (!Files.exists(home)) {
            var draft = cache.resolve("postgres.new");
            Folders.delete(draft);
            try (var archive = PostgresBinaries.class.getResourceAsStream("/" + name)) {
                if (archive == null) {
                    throw LaunchException.of(
                            "postgres.no-binaries", System.getProperty("os.name"), System.getProperty("os.arch"));
                }
                extract(archive, Folders.create(draft));
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw LaunchException.because(e, "artefact.broken", name, e.getMessage());
            }
        }
    }

    static String archiveName(String system, String machine) {
        var os = system.toLowerCase(Locale.ROOT);
        var family = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        var arm = machine.equals("aarch64") || machine.equals("arm64");
        return "postgres-" + family + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    Path program(String name) {
        var plain = home.resolve("bin").resolve(name);
        return Files.exists(plain) ? plain : home.resolve("bin").resolve(name + ".exe");
    }

    boolean hasLibrary(String name) {
        try (var files = Files.find(
                home, 4, (file, attributes) -> file.getFileName().toString().matches(name + "\\.(so|dylib|dll)"))) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("hard link " + entry.getName());
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException("not executable: " + file);
            }
        }
    }
}
