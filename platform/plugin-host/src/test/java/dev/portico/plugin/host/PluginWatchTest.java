package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PluginWatchTest {
    @TempDir
    private Path folder;

    private final Guard guard = new Guard();

    @Test
    void pluginIsSwappedWhenItsJarIsWrittenAnew() throws IOException {
        write("1.0.0");
        try (var host = PluginHost.empty();
                var watch = PluginWatch.start(host::swap, List.of(folder));
                var before = host.lease()) {
            assertThat(version(host)).isEqualTo("1.0.0");

            write("2.0.0");
            awaitVersion(host, "2.0.0");
            assertThat(answer(before)).as("from its own copy").isEqualTo(answered("1.0.0"));
            try (var after = host.lease()) {
                assertThat(answer(after)).isEqualTo(answered("2.0.0"));
            }

            Files.delete(folder.resolve("desk.jar"));
            Files.writeString(folder.resolve("desk.jar"), "half a jar");
            write("3.0.0");
            awaitVersion(host, "3.0.0");
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void jarThatComesLaterIsStarted() throws IOException {
        try (var host = PluginHost.empty();
                var watch = PluginWatch.start(host::swap, List.of(folder.resolve("none"), folder.resolve("later")))) {
            assertThat(host.catalog().plugins()).isEmpty();
            write("1.0.0");
            Files.move(folder.resolve("desk.jar"), folder.resolve("later").resolve("desk.jar"));
            awaitVersion(host, "1.0.0");
            assertThat(watch).isNotNull();
        }
    }

    private static void awaitVersion(PluginHost host, String version) {
        while (!version(host).equals(version)) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static String version(PluginHost host) {
        return host.catalog()
                .plugin("desk")
                .map(plugin -> plugin.manifest().version())
                .orElse("");
    }

    private void write(String version) {
        new TestPlugin()
                .patch(patch -> patch.replace("/version", version))
                .policy("return new Object() { Optional<Urgency> late() { return Optional.of(new Urgency(\"" + version
                        + "\")); } }.late();")
                .writeTo(folder.resolve("desk.jar"));
    }

    private Outcome<Optional<Urgency>> answer(PluginLease lease) {
        return guard.call(
                lease,
                "desk",
                UrgencyPolicy.class,
                GuardTest.TENANT,
                policy -> policy.assess(GuardTest.TENANT, GuardTest.SUBMISSION));
    }

    private static Outcome<Optional<Urgency>> answered(String version) {
        return new Answered<>(Optional.of(new Urgency(version)));
    }
}
