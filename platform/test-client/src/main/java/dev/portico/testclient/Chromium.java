package dev.portico.testclient;

import dev.portico.launcher.process.Folders;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the browser: where one was named, on the path, or by installing Debian's package where we may. */
final class Chromium {
    private static final String PROPERTY = "portico.chromium";
    private static final String VARIABLE = "PORTICO_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private Chromium() {}

    static Path executable() {
        return named().or(Chromium::onPath)
                .or(Chromium::installed)
                .orElseThrow(() -> new IllegalStateException("""
                No Chromium was found. Install the package "chromium" (or Google Chrome) so that it is on the PATH, \
                or name its executable: -D%s=/path/to/chrome or the environment variable %s.""".formatted(PROPERTY, VARIABLE)));
    }

    private static Optional<Path> named() {
        return Stream.of(System.getProperty(PROPERTY), System.getenv(VARIABLE))
                .filter(text -> text != null && !text.isBlank())
                .map(Path::of)
                .findFirst();
    }

    private static Optional<Path> onPath() {
        return NAMES.stream().flatMap(name -> find(name).stream()).findFirst();
    }

    private static Optional<Path> find(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(program, program + ".exe").map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Only root may install, and only Debian and its like name the package so (Ubuntu's is a mere pointer to a snap). */
    private static Optional<Path> installed() {
        if (!isRoot() || find("apt-get").isEmpty()) {
            return Optional.empty();
        }
        // Tests that run beside these find none either.
        Folders.alone(Path.of(System.getProperty("java.io.tmpdir"), "portico-chromium"), () -> {
            if (onPath().isEmpty()) {
                run("apt-get", "update");
                run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
            }
        });
        return onPath();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            var process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(
                        "This did not work, so there is no browser for the tests: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
