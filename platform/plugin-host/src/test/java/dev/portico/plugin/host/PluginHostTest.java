package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.InstalledPlugin.State;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginHostTest {
    @TempDir
    private Path folder;

    @Test
    void runsTheGoodOnesAndSaysWhatIsWrongWithTheOthers() throws IOException {
        write("a-good", new TestPlugin().id("good").policy("return Optional.empty();"));
        write("b-rejected", new TestPlugin().id("rejected").patch(p -> p.remove("/provider")));
        Files.writeString(folder.resolve("c-text.jar"), "no jar");
        write("d-twin", new TestPlugin().id("good"));
        write("e-empty-index", new TestPlugin().id("absent").file("META-INF/extensions.idx", "plug.Absent"));
        write(
                "f-bad-class",
                new TestPlugin()
                        .id("malformed")
                        .file("plug/Policy.class", "no class")
                        .file("META-INF/extensions.idx", "plug.Policy"));
        write("g-manifest-only", new TestPlugin().id("plain"));
        Files.writeString(folder.resolve("notes.txt"), "no plugin");
        Files.createDirectory(folder.resolve("folder.jar"));

        try (var host = PluginHost.open(folder)) {
            assertThat(host.plugins())
                    .extracting(InstalledPlugin::state)
                    .containsExactly(
                            State.RUNNING,
                            State.REJECTED,
                            State.REJECTED,
                            State.REJECTED,
                            State.FAILED,
                            State.FAILED,
                            State.RUNNING);
            assertThat(host.plugins().get(1).problems()).singleElement().hasToString("provider: missing");
            assertThat(host.plugins().get(3).problems())
                    .singleElement()
                    .asString()
                    .contains("'good' already");
            assertThat(host.plugins().get(4).problems())
                    .singleElement()
                    .asString()
                    .contains("plug.Absent");
            assertThat(host.plugins().get(5).problems())
                    .singleElement()
                    .asString()
                    .contains("plug/Policy");
            assertThat(host.catalog().plugins()).extracting(PluginPackage::id).containsExactly("good", "plain");
        }
    }

    @Test
    void catalogFindsTicketTypesOfEnabledPluginsOnly() {
        write("a", new TestPlugin().id("a"));
        write("b", new TestPlugin().id("b").patch(p -> p.replace("/ticketTypes/0/id", "ticket")
                .replace("/helpWays/0/ticketType", "ticket")));

        try (var host = PluginHost.open(folder)) {
            assertThat(host.catalog().desk(List.of("a"), "case"))
                    .get()
                    .extracting(Desk::pluginId)
                    .isEqualTo("a");
            assertThat(host.catalog().desk(List.of("a"), "ticket")).isEmpty();
            assertThat(host.catalog().desks(List.of("a", "b"))).hasSize(2);
        }
    }

    @Test
    void absentFolderIsNoPlugin() {
        try (var host = PluginHost.open(folder.resolve("absent"))) {
            assertThat(host.plugins()).isEmpty();
        }
    }

    @Test
    void pluginForAnotherApiIsRejected() {
        write("a", new TestPlugin());

        try (var host = PluginHost.open(folder, "2.0")) {
            assertThat(host.plugins()).extracting(InstalledPlugin::state).containsExactly(State.REJECTED);
        }
    }

    @Test
    void twoHostsRunTheSamePluginSideBySide() {
        write("a", new TestPlugin().policy("return Optional.empty();"));

        try (var one = PluginHost.open(folder);
                var other = PluginHost.open(folder)) {
            var first = generation(one);
            var second = generation(other);
            assertThat(first.number()).isNotEqualTo(second.number());
            assertThat(first.extension(UrgencyPolicy.class).orElseThrow().getClass())
                    .isNotSameAs(
                            second.extension(UrgencyPolicy.class).orElseThrow().getClass());
        }
    }

    @Test
    void pluginSeesTheApiAndTheJdkButNotThePortal() throws Exception {
        write("a", new TestPlugin().policy("return Optional.empty();"));

        try (var host = PluginHost.open(folder)) {
            var loader = generation(host).classLoader();
            assertThat(loader.loadClass(UrgencyPolicy.class.getName())).isSameAs(UrgencyPolicy.class);
            assertThat(loader.loadClass("java.sql.Connection")).isNotNull();
            assertThat(loader).satisfies(seen -> {
                for (var hidden :
                        List.of(PluginHost.class.getName(), "jakarta.json.Json", "dev.portico.i18n.Messages")) {
                    assertThat(sees(seen, hidden)).as(hidden).isFalse();
                }
            });
        }
    }

    @Test
    void pluginCannotShadowTheApi() throws Exception {
        write(
                "a",
                new TestPlugin()
                        .policy("return Optional.empty();")
                        .type(
                                "dev.portico.plugin.ticket.Urgency",
                                "package dev.portico.plugin.ticket; public record Urgency(String phrase) {}"));

        try (var host = PluginHost.open(folder)) {
            var loader = generation(host).classLoader();
            assertThat(loader.loadClass("dev.portico.plugin.ticket.Urgency"))
                    .isSameAs(dev.portico.plugin.ticket.Urgency.class);
        }
    }

    @Test
    void resourcesComeFromTheJarEvenAfterItWasReplaced() throws IOException {
        for (var text : List.of("first", "second")) {
            Files.deleteIfExists(folder.resolve("a.jar"));
            write("a", new TestPlugin().file("plug/resource.txt", text));
            try (var host = PluginHost.open(folder);
                    var resource = generation(host).classLoader().getResourceAsStream("plug/resource.txt")) {
                assertThat(resource).hasBinaryContent(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Generation generation(PluginHost host) {
        try (var lease = host.lease()) {
            return lease.generation("desk").orElseThrow();
        }
    }

    private void write(String name, TestPlugin plugin) {
        plugin.writeTo(folder.resolve(name + ".jar"));
    }

    private static boolean sees(ClassLoader loader, String className) {
        try {
            loader.loadClass(className);
            return true;
        } catch (ClassNotFoundException hidden) {
            return false;
        }
    }
}
