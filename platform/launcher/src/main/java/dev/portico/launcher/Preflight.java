package dev.portico.launcher;

import dev.portico.launcher.process.LaunchException;
import dev.portico.launcher.process.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What can be known to go wrong before anything is started. */
final class Preflight {
    private static final long NEEDED_MIB = 2048;

    private Preflight() {}

    static void check(Stack.Settings settings) {
        if (Runtime.version().feature() < 17) {
            throw LaunchException.of("jdk.old", Runtime.version().feature());
        }
        for (var artefact : new Path[] {settings.keycloakArchive(), settings.payaraJar()}) {
            if (!Files.isRegularFile(artefact)) {
                throw LaunchException.of("artefact.missing", artefact);
            }
        }
        if (!Files.exists(settings.war())) {
            throw LaunchException.of("war.missing", settings.war());
        }
    }

    static void checkPorts(Ports ports) {
        for (var port : ports.named()) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()));
            } catch (IOException taken) {
                throw LaunchException.because(taken, "port.taken", port.number(), port.purpose(), port.property());
            }
        }
    }

    /** A warning when memory is short; on systems that do not tell what is available, silence. */
    static Optional<String> memoryWarning() {
        try {
            return memoryWarning(Files.readString(Path.of("/proc/meminfo")));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    static Optional<String> memoryWarning(String meminfo) {
        return meminfo.lines()
                .filter(line -> line.startsWith("MemAvailable:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .filter(mebibytes -> mebibytes < NEEDED_MIB)
                .map(mebibytes -> Texts.get("memory.short", mebibytes))
                .findFirst();
    }
}
