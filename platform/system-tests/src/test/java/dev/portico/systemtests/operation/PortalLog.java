package dev.portico.systemtests.operation;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** What the portal's process has printed. */
final class PortalLog {
    private final Path file;

    PortalLog(PortalStack stack) {
        file = stack.own().settings().data().resolve("logs").resolve("portal.log");
    }

    String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the portal's own start to the end, or to its stop; the server's own lines before it are none of ours. */
    List<String> lines() {
        return text().lines()
                .dropWhile(line -> !line.startsWith("{"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Fails when there is no such line in time. */
    JsonObject waitFor(Predicate<JsonObject> wanted) {
        var found = new AtomicReference<JsonObject>();
        var came = Waiting.until(
                () -> {
                    lines().stream()
                            .filter(line -> line.startsWith("{") && line.endsWith("}"))
                            .map(PortalLog::parse)
                            .filter(wanted)
                            .findFirst()
                            .ifPresent(found::set);
                    return found.get() != null;
                },
                Duration.ofSeconds(30));
        if (!came) {
            throw new AssertionError("No such line in " + file);
        }
        return found.get();
    }

    static JsonObject parse(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
