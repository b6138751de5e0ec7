package dev.portico.launcher.keycloak;

import dev.portico.launcher.process.ChildProcess;
import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;

/** Keycloak unpacked and built for PostgreSQL, shared by all data folders. */
final class KeycloakDistribution {
    private static final List<String> BUILD = List.of("build", "--db=postgres");
    private static final String STAMP = "portico-build.txt";

    private final Path home;

    private KeycloakDistribution(Path home) {
        this.home = home;
    }

    static boolean isReady(Path cache, Path archive) {
        try {
            var stamp = cache.resolve("keycloak").resolve(STAMP);
            return Files.exists(stamp) && Files.readString(stamp).equals(inputs(archive));
        } catch (IOException e) {
            return false;
        }
    }

    /** Unpacks and builds, which takes about 20 seconds, unless nothing changed since the last time. */
    static KeycloakDistribution prepare(Path cache, Path archive) {
        var home = cache.resolve("keycloak");
        if (!isReady(cache, archive)) {
            Folders.alone(home, () -> prepare(cache, archive, home));
        }
        return new KeycloakDistribution(home);
    }

    private static void prepare(Path cache, Path archive, Path home) {
        if (!isReady(cache, archive)) {
            var draft = cache.resolve("keycloak.new");
            Folders.delete(draft);
            unzip(archive, draft);
            build(draft);
            try {
                Files.writeString(draft.resolve(STAMP), inputs(archive));
                Folders.delete(home);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw LaunchException.because(e, "folder.unwritable", home, e.getMessage());
            }
        }
    }

    private static String inputs(Path archive) throws IOException {
        return BUILD + " " + Files.size(archive) + " " + Runtime.version();
    }

    private static void unzip(Path archive, Path target) {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                // The archive has one folder at its top, named for the version.
                var name = Path.of(entry.getName());
                if (entry.isDirectory() || name.getNameCount() < 2) {
                    continue;
                }
                var file = target.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(entry.getName());
                }
                Folders.create(Objects.requireNonNull(file.getParent()));
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        } catch (IOException e) {
            throw LaunchException.because(e, "artefact.broken", archive, e.getMessage());
        }
    }

    private static void build(Path home) {
        var log = home.resolveSibling("keycloak-build.log");
        var command = new ArrayList<>(command(home, home, List.of()));
        command.addAll(BUILD);
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
                throw LaunchException.of("keycloak.build", log, lines);
            }
        } catch (IOException e) {
            throw LaunchException.because(e, "keycloak.build", log, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchException.of("start.interrupted");
        }
    }

    /** {@code ownHome} holds what is particular to one data folder: imports and temporary files. */
    List<String> command(Path ownHome, List<String> jvm) {
        return command(home, ownHome, jvm);
    }

    /** The parts of a home that never change, to be found from a home of one's own. */
    void linkInto(Path ownHome) {
        for (var part : List.of("conf", "lib", "providers", "themes")) {
            var link = Folders.create(ownHome).resolve(part);
            try {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, home.resolve(part).toAbsolutePath());
            } catch (IOException | UnsupportedOperationException e) {
                Folders.linkTree(home.resolve(part), link);
            }
        }
    }

    /** As {@code kc.sh} does it, less the shell, which would stand between us and the process. */
    private static List<String> command(Path home, Path ownHome, List<String> jvm) {
        var command = new ArrayList<String>();
        command.add(ChildProcess.java());
        command.addAll(List.of(
                "-XX:MetaspaceSize=96M",
                "-XX:MaxMetaspaceSize=256m",
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + ownHome,
                "-Djboss.server.config.dir=" + ownHome.resolve("conf")));
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }
}
