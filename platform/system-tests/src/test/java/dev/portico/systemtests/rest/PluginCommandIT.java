package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.plugin.ExampleDesk;
import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A plugin's life by the command line, which is its life by REST (J1). */
@ExtendWith(PortalStackExtension.class)
class PluginCommandIT {
    /** Another in each run: its own tables stay for a while. */
    private static final String ID = "command-" + UUID.randomUUID().toString().substring(0, 8);

    private static final Path COMMAND = Path.of("..", "..", "docker", "Plugins.java");

    @TempDir
    private Path folder;

    private final Publisher publisher = Publisher.named("Command");

    private record Ended(int code, String out) {}

    @Test
    void installs_upgrades_rolls_back_exports_and_removes(PortalStack stack) throws Exception {
        var admin = stack.api("staff", "admin");
        admin.post(
                        "/publishers",
                        Json.createObjectBuilder()
                                .add("publisher", "Command")
                                .add("certificate", publisher.pem())
                                .build())
                .require(201);
        try {
            life(stack);
        } finally {
            admin.send("DELETE", "/plugins/" + ID, BodyPublishers.noBody());
            admin.send("DELETE", "/publishers/" + publisher.keySha256(), BodyPublishers.noBody())
                    .require(204);
        }
    }

    private void life(PortalStack stack) throws Exception {
        var first = jar(ExampleDesk.first());
        var second = jar(
                ExampleDesk.second()
                        .patch(patch -> patch.add(
                                "/capabilities",
                                Json.createArrayBuilder().add("own-tables").build()))
                        .file(
                                "db/expand/V1__notes.sql",
                                "create table note (tenant_id text not null, id bigint not null, primary key (tenant_id, id));"));
        assertThat(run(stack, "check", first))
                .matches(end -> end.code() == 0 && end.out().contains("\"added\""));
        assertThat(run(stack, "show", ID).code()).as("checked, not installed").isEqualTo(1);
        assertThat(run(stack, "install", first).code()).isZero();
        runs(stack, "1.0.0");

        var refused = run(stack, "install", second);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("own-tables");
        assertThat(run(stack, "install", second, "own-tables").code()).isZero();
        runs(stack, "1.1.0");
        var zip = folder.resolve("data.zip");
        assertThat(run(stack, "data", ID, zip.toString()).code()).isZero();
        try (var data = new ZipFile(zip.toFile())) {
            assertThat(data.getEntry("tables/note.csv")).isNotNull();
        }
        assertThat(run(stack, "install", first).out()).as("a downgrade").contains("1.1.0");

        assertThat(run(stack, "roll-back", ID).code()).isZero();
        runs(stack, "1.0.0");
        assertThat(run(stack, "roll-back", ID).code()).as("no further").isEqualTo(1);
        assertThat(run(stack, "enable", ID, "data-loader").code()).isZero();
        assertThat(run(stack, "remove", ID).out()).contains("Data Loader");
        assertThat(run(stack, "disable", ID, "data-loader").code()).isZero();
        assertThat(run(stack, "remove", ID, "purge").out()).contains("purgeAt");
        assertThat(run(stack, "fly", ID).code()).isEqualTo(2);
    }

    private String jar(TestPlugin plugin) throws IOException {
        var made = ExampleDesk.signed(plugin.id(ID), publisher);
        return Files.copy(made, Files.createTempFile(folder, ID, ".jar"), StandardCopyOption.REPLACE_EXISTING)
                .toString();
    }

    private static void runs(PortalStack stack, String version) {
        assertThat(Waiting.until(
                        () -> {
                            var plugin = stack.api("staff", "admin")
                                    .get("/plugins/" + ID)
                                    .require(200)
                                    .object();
                            return plugin.getString("state").equals("running")
                                    && plugin.getString("version").equals(version);
                        },
                        Duration.ofSeconds(60)))
                .as("%s runs", version)
                .isTrue();
    }

    private static Ended run(PortalStack stack, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en",
                "-XX:TieredStopAtLevel=1",
                COMMAND.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PORTICO_URL", stack.portalUrl());
        builder.environment().put("PORTICO_TOKEN", stack.token("staff", "admin"));
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }
}
