package dev.portico.launcher.portal;

import dev.portico.launcher.process.ChildProcess;
import dev.portico.launcher.process.DataFolder;
import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.Http;
import dev.portico.launcher.process.LaunchException;
import dev.portico.launcher.process.Waiting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The portal's process: Payara Micro with the portal's WAR at the root context, on loopback. */
public final class PortalServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String HTTP_LISTENER =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";

    private final ChildProcess process;
    private final int port;

    private PortalServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    public static boolean isUnpacked(Path cache, Path payara) {
        return PayaraRuntime.isUnpacked(cache, payara);
    }

    public static void unpack(Path cache, Path payara) {
        PayaraRuntime.unpack(cache, payara);
    }

    /** What the portal is started with. {@code configuration} holds its MicroProfile Config properties. */
    public record Launch(
            Path cache, Path payara, Path war, int port, JvmMode jvmMode, Map<String, String> configuration) {}

    /** Starts the process; {@link #awaitReady()} tells when it serves. */
    public static PortalServer launch(Launch launch, DataFolder data) {
        var runtime = PayaraRuntime.unpack(launch.cache(), launch.payara());
        var folder = data.at("portal");
        runtime.layOut(folder);
        var command = new ArrayList<>(runtime.command(launch.jvmMode()));
        command.addAll(List.of(
                "--nocluster",
                "--disablephonehome",
                "--port",
                Integer.toString(launch.port()),
                "--prebootcommandfile",
                bootCommands(folder).toString(),
                "--systemproperties",
                configuration(folder, launch.configuration()).toString(),
                "--deploy",
                launch.war().toString(),
                "--contextroot",
                "/"));
        return new PortalServer(ChildProcess.start("portal", command, Map.of(), folder, data), launch.port());
    }

    /** The data grid would listen on every address, even without a cluster. */
    private static Path bootCommands(Path folder) {
        var file = folder.resolve("boot.asadmin");
        Folders.writePrivate(
                file,
                HTTP_LISTENER + "address=127.0.0.1\n"
                        + "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false\n");
        return file;
    }

    private static Path configuration(Path folder, Map<String, String> values) {
        var properties = new Properties();
        properties.putAll(values);
        var content = new StringWriter();
        try {
            properties.store(content, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = folder.resolve("portico.properties");
        Folders.writePrivate(file, content.toString());
        return file;
    }

    /** Waits until the portal says that it is ready. */
    public void awaitReady() {
        if (!Waiting.until(this::isReady, LIMIT)) {
            throw LaunchException.of(
                    "process.slow", "The portal", LIMIT.toSeconds(), process.log(), process.lastLines(15));
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw process.death();
        }
        var log = log();
        if (!log.saysReady()) {
            return false;
        }
        log.failure().ifPresent(cause -> {
            throw LaunchException.of("portal.deployment", cause, process.log());
        });
        return Http.answersOk(URI.create("http://127.0.0.1:" + port + "/health/ready"));
    }

    private DeploymentLog log() {
        try {
            return new DeploymentLog(new String(Files.readAllBytes(process.log()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL, as a power cut would do it. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        // The first server ever writes the class archive when it ends, which takes some seconds.
        process.stop(Duration.ofSeconds(60));
    }
}
