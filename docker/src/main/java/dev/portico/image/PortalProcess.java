package dev.portico.image;

import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.Http;
import dev.portico.launcher.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The root folder's own entry point, running, with nothing but environment variables and files of secrets. */
public final class PortalProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(90);
    private static final Set<String> SECRET = Set.of("password", "-secret", "master-key", "token");

    private final Process process;
    private final Path log;
    private final int port;

    private PortalProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * @param command the entry point, perhaps behind something that changes the user
     * @param environment all of it
     * @param log what the portal prints
     */
    public static PortalProcess start(List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return new PortalProcess(process, log, Integer.parseInt(environment.getOrDefault("PORTICO_PORT", "8080")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment variables of configuration properties. Secrets are written to files in {@code secrets}. */
    public static Map<String, String> environment(Map<String, String> configuration, Path secrets) {
        var variables = new TreeMap<String, String>();
        variables.put("PATH", "/usr/bin:/bin");
        Folders.create(secrets);
        configuration.forEach((property, value) -> {
            var name = property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
            if (SECRET.stream().anyMatch(property::endsWith)) {
                var file = secrets.resolve(property);
                Folders.writePrivate(file, value + "\n");
                variables.put(name + "_FILE", file.toString());
            } else {
                variables.put(name, value);
            }
        });
        return variables;
    }

    /** @throws IllegalStateException with the end of the log, where the portal died or took too long */
    public PortalProcess awaitReady() {
        var address = URI.create("http://127.0.0.1:" + port + "/health/ready");
        if (!Waiting.until(() -> !process.isAlive() || Http.answersOk(address), LIMIT) || !process.isAlive()) {
            process.destroyForcibly();
            throw new IllegalStateException("The portal is not ready:\n" + lastLines());
        }
        return this;
    }

    private String lastLines() {
        try (Stream<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the process that a signal goes to. */
    public long pid() {
        return process.pid();
    }

    /**
     * SIGTERM, as an engine stops a container.
     *
     * @return the exit code
     */
    public int stop() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The portal did not end:\n" + lastLines());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
