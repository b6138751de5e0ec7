package dev.portico.image;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An installed PostgreSQL, server and client: the embedded one comes without {@code pg_dump}, and a client must not be
 * older than its server. Found where it was named or where Debian keeps it, else installed where we may.
 */
final class DebianPostgres {
    private static final String PROPERTY = "portico.postgres.home";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final Path CLUSTERS = Path.of("/etc/postgresql-common/createcluster.conf");

    private DebianPostgres() {}

    /** The folder that holds {@code bin}. */
    static Optional<Path> home() {
        return named().or(DebianPostgres::found).or(DebianPostgres::installed);
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> found() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (var versions = Files.list(INSTALLED)) {
            return versions.filter(DebianPostgres::isComplete)
                    .max(Comparator.comparing(
                            home -> Integer.parseInt(home.getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isComplete(Path home) {
        return Stream.of("initdb", "postgres", "pg_dump", "pg_restore", "psql")
                .map(home.resolve("bin")::resolve)
                .allMatch(Files::isExecutable);
    }

    private static Optional<Path> installed() {
        if (!"root".equals(System.getProperty("user.name")) || !onPath("apt-get")) {
            return Optional.empty();
        }
        refuseCluster();
        run(List.of("apt-get", "update"));
        run(List.of(
                "apt-get",
                "install",
                "-y",
                "--no-install-recommends",
                "-o",
                "Dpkg::Options::=--force-confold",
                "postgresql"));
        return found();
    }

    /** Debian's package would make and start a server of its own. */
    private static void refuseCluster() {
        try {
            if (!Files.exists(CLUSTERS)) {
                Files.createDirectories(CLUSTERS.getParent());
                Files.writeString(CLUSTERS, "create_main_cluster = false\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    private static void run(List<String> command) {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            var process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(
                        "This did not work, so backups cannot be tested: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
