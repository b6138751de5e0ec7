package dev.portico.launcher.portal;

import dev.portico.launcher.process.ChildProcess;
import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Payara Micro unpacked once and shared by all data folders.
 *
 * <p>Started from the unpacked launcher its classes are on the application class path, where class-data sharing sees
 * them; the archive's relative names let one archive of classes serve every data folder.
 */
final class PayaraRuntime {
    private static final String LAUNCHER = "launch-micro.jar";
    private static final String FRESH_ARCHIVE = "classes.jsa";
    private static final List<String> PARTS = List.of("config", "docroot", "lib", "META-INF");

    private final Path home;

    private PayaraRuntime(Path home) {
        this.home = home;
    }

    static boolean isUnpacked(Path cache, Path jar) {
        try {
            var stamp = cache.resolve("payara").resolve("stamp.txt");
            return Files.exists(stamp) && Files.readString(stamp).equals(inputs(jar));
        } catch (IOException e) {
            return false;
        }
    }

    static PayaraRuntime unpack(Path cache, Path jar) {
        var home = cache.resolve("payara");
        if (!isUnpacked(cache, jar)) {
            Folders.alone(home, () -> unpack(cache, jar, home));
        }
        return new PayaraRuntime(home);
    }

    private static void unpack(Path cache, Path jar, Path home) {
        if (!isUnpacked(cache, jar)) {
            var draft = cache.resolve("payara.new");
            Folders.delete(draft);
            outputLauncher(jar, Folders.create(draft));
            try {
                Files.writeString(draft.resolve("stamp.txt"), inputs(jar));
                Folders.delete(home);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw LaunchException.because(e, "folder.unwritable", home, e.getMessage());
            }
        }
    }

    private static String inputs(Path jar) throws IOException {
        return Files.size(jar) + " " + Runtime.version();
    }

    private static void outputLauncher(Path jar, Path target) {
        var log = target.resolveSibling("payara-unpack.log");
        try {
            var process = new ProcessBuilder(
                            ChildProcess.java(),
                            "-jar",
                            jar.toString(),
                            "--rootDir",
                            target.toString(),
                            "--outputlauncher")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (process.waitFor() != 0 || !Files.exists(target.resolve(LAUNCHER))) {
                throw LaunchException.of(
                        "portal.unpack", log, new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw LaunchException.because(e, "portal.unpack", log, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchException.of("start.interrupted");
        }
    }

    /** Lays out a server's own folder, which Payara insists on finding beside its launcher. */
    void layOut(Path server) {
        var stamp = server.resolve("stamp.txt");
        try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(Files.readString(home.resolve("stamp.txt")))) {
                forgetApplications(server);
                return;
            }
            Folders.delete(server);
            Folders.createPrivate(server);
            Folders.linkTree(home.resolve("runtime"), server.resolve("runtime"));
            // Copies, because the server writes into these.
            for (var part : PARTS) {
                Folders.copyTree(home.resolve(part), server.resolve(part));
            }
            Folders.copy(home.resolve(LAUNCHER), server.resolve(LAUNCHER));
            Folders.copy(home.resolve("stamp.txt"), stamp);
        } catch (IOException e) {
            throw LaunchException.because(e, "folder.unwritable", server, e.getMessage());
        }
    }

    /** The server remembers what it ran: at its next start it would start that, and then once more what it is told to. */
    private void forgetApplications(Path server) {
        Folders.delete(server.resolve("applications"));
        Folders.delete(server.resolve("generated"));
        Folders.copy(
                home.resolve("config").resolve("domain.xml"),
                server.resolve("config").resolve("domain.xml"));
    }

    /** The classes that a server with this application used, written when the first such server ended. */
    private Path classArchive(Path application, JvmMode mode) {
        var name = application.getFileName() + "-" + mode.name().toLowerCase(Locale.ROOT) + ".jsa";
        return home.resolve(name);
    }

    /** Takes over the archive that a server left behind. Not before it ended by itself: else it may be half written. */
    void keepClassArchive(Path server, Path application, JvmMode mode) {
        var fresh = server.resolve(FRESH_ARCHIVE);
        try {
            if (Files.exists(fresh)) {
                Files.move(fresh, classArchive(application, mode), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw LaunchException.because(e, "folder.unwritable", home, e.getMessage());
        }
    }

    void forgetClassArchive(Path application, JvmMode mode) {
        Folders.delete(classArchive(application, mode));
    }

    /** The JVM's options and its relative {@code -jar}; the process has to start in the server's folder. */
    List<String> command(Path application, JvmMode mode, Path temporary) {
        var archive = classArchive(application, mode);
        var sharing = Files.exists(archive)
                ? "-XX:SharedArchiveFile=" + archive
                : "-XX:ArchiveClassesAtExit=" + FRESH_ARCHIVE;
        var command = new ArrayList<>(List.of(ChildProcess.java()));
        command.addAll(mode.options());
        command.addAll(List.of(sharing, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.timezone=UTC"));
        command.add("-Djava.io.tmpdir=" + temporary);
        // A request ends when its answer is with the system, not in a queue that is lost when the server stops.
        command.add("-Dorg.glassfish.grizzly.http.io.OutputBuffer.isBlocking=true");
        command.addAll(List.of("-jar", LAUNCHER));
        return command;
    }
}
