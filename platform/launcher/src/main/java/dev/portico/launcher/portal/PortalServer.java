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

    private final PayaraRuntime runtime;
    private final Launch launch;
    private final Path folder;
    private final DataFolder data;
    private ChildProcess process;
    private boolean launchedAgain;

    private PortalServer(PayaraRuntime runtime, Launch launch, DataFolder data) {
        this.runtime = runtime;
        this.launch = launch;
        this.data = data;
        this.folder = data.at(launch.name());
        runtime.layOut(folder);
        this.process = start();
    }

    /** What an earlier process left behind for a while goes: it may have been killed. */
    private ChildProcess start() {
        Folders.delete(temporary());
        Folders.createPrivate(temporary());
        return ChildProcess.start(launch.name(), command(), Map.of(), folder, data);
    }

    private Path temporary() {
        return folder.resolve("tmp").toAbsolutePath();
    }

    public static boolean isUnpacked(Path cache, Path payara) {
        return PayaraRuntime.isUnpacked(cache, payara);
    }

    public static void unpack(Path cache, Path payara) {
        PayaraRuntime.unpack(cache, payara);
    }

    /** What earlier starts left to make the next ones fast. */
    public static void forgetClassArchive(Path cache, Path payara, Path war, JvmMode mode) {
        PayaraRuntime.unpack(cache, payara).forgetClassArchive(war, mode);
    }

    /**
     * What the portal is started with.
     *
     * @param name of its folder and its log, in which no two of a stack may write
     * @param configuration its MicroProfile Config properties
     */
    public record Launch(
            String name,
            Path cache,
            Path payara,
            Path war,
            int port,
            JvmMode jvmMode,
            Map<String, String> configuration) {}

    /** Starts the process; {@link #awaitReady()} tells when it serves. */
    public static PortalServer launch(Launch launch, DataFolder data) {
        return new PortalServer(PayaraRuntime.unpack(launch.cache(), launch.payara()), launch, data);
    }

    private List<String> command() {
        var command = new ArrayList<>(runtime.command(launch.war(), launch.jvmMode(), temporary()));
        command.addAll(List.of(
                "--nocluster",
                "--disablephonehome",
                "--port",
                Integer.toString(launch.port()),
                "--prebootcommandfile",
                bootCommands().toString(),
                "--systemproperties",
                configuration().toString(),
                "--deploy",
                launch.war().toString(),
                "--contextroot",
                "/"));
        return command;
    }

    private Path bootCommands() {
        var file = folder.resolve("boot.asadmin");
        Folders.writePrivate(file, HTTP_LISTENER + "address=127.0.0.1\n" + BootCommands.text());
        return file;
    }

    private Path configuration() {
        var properties = new Properties();
        properties.putAll(launch.configuration());
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
        var failure = log.failure();
        if (failure.filter(PortalServer::isStartUpRace).isPresent() && !launchedAgain) {
            launchedAgain = true;
            process.kill();
            process = start();
            return false;
        }
        failure.ifPresent(cause -> {
            throw LaunchException.of("portal.deployment", cause, process.log());
        });
        return Http.answersOk(URI.create("http://127.0.0.1:" + launch.port() + "/health/ready"));
    }

    /** On a busy machine Payara Micro now and then deploys before its own thread has a class loader; nothing of ours. */
    private static boolean isStartUpRace(String cause) {
        return cause.contains("Thread.getContextClassLoader()\" is null");
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
        if (process.stop(Duration.ofSeconds(60))) {
            runtime.keepClassArchive(folder, launch.war(), launch.jvmMode());
        }
    }
}
