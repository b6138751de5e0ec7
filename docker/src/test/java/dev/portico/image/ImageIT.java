package dev.portico.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StageExtension.class)
class ImageIT {
    private static final int TERMINATED = 143;

    private Stage stage;
    private PortalProcess portal;

    @BeforeEach
    void start(Stage opened) {
        stage = opened;
        portal = stage.portal(Map.of());
    }

    @Test
    void a_customer_logs_in_files_a_case_and_gets_the_file_back() {
        var customer = stage.customer("acme-en");
        var number = customer.file("From the image");
        var content = "a file".getBytes(StandardCharsets.UTF_8);
        var id = customer.attach(number, "file.txt", content);
        assertThat(customer.page("/tickets/" + number)).contains("From the image", "file.txt", "Grace Miller");
        assertThat(customer.attachment(number, id)).isEqualTo(content);
    }

    @Test
    void no_secret_is_in_the_environment_or_on_the_command_line() throws IOException {
        var configuration = stage.stack().portalConfiguration();
        var seen = process("environ") + process("cmdline");
        assertThat(seen).contains(configuration.get("portico.db.url"), "portico.jar");
        for (var secret : List.of(
                "portico.db.password",
                "portico.db.owner.password",
                "portico.keycloak.client-secret",
                "portico.keycloak.accounts-secret",
                "portico.master-key")) {
            assertThat(seen.contains(configuration.get(secret))).as(secret).isFalse();
        }
    }

    @Test
    void the_process_is_an_ordinary_users_without_privileges() throws IOException {
        assumeTrue(Container.available(), "Only root, where it may mount, can do what an engine does.");
        assertThat(process("status"))
                .containsPattern("Uid:\\s+10001\\s+10001\\s+10001\\s+10001")
                .containsPattern("CapEff:\\s+0000000000000000")
                .containsPattern("CapBnd:\\s+0000000000000000")
                .containsPattern("NoNewPrivs:\\s+1");
        assertThat(process("mountinfo")).containsPattern(" / / ro[, ]").containsPattern(" /opt/portico ro[, ]");
    }

    @Test
    void the_classes_of_the_training_are_shared() throws IOException {
        assertThat(process("maps")).contains("/opt/portico/classes.jsa");
    }

    @Test
    void the_health_check_tells_a_running_portal_from_none() throws IOException, InterruptedException {
        var port = stage.stack().settings().ports();
        assertThat(healthy("ready", port.portal())).isZero();
        assertThat(healthy("live", port.portal())).isZero();
        assertThat(healthy("live", port.imap() + 1)).isNotZero();
    }

    @Test
    void a_secret_that_cannot_be_read_is_named_and_the_start_refused() throws IOException, InterruptedException {
        var start = new ProcessBuilder(stage.root().program().toString()).redirectErrorStream(true);
        start.environment()
                .put("PORTICO_WORK", stage.writable().resolve("refused").toString());
        start.environment().put("PORTICO_MASTER_KEY_FILE", "/nowhere/key");
        var process = start.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("PORTICO_MASTER_KEY_FILE", "/nowhere/key");
        assertThat(process.waitFor()).isEqualTo(78);
    }

    @Test
    void it_ends_when_it_is_asked_to_and_has_left_its_folder_as_it_was() throws IOException {
        var before = files(stage.root().path());
        assertThat(stage.stopPortal()).isEqualTo(TERMINATED);
        assertThat(Files.readString(stage.log())).doesNotContain("Read-only file system", "OutOfMemoryError");
        stage.portal(Map.of("PORTICO_JAVA_OPTIONS", Stage.QUICK));
        assertThat(files(stage.root().path())).isEqualTo(before);
    }

    private int healthy(String question, int port) throws IOException, InterruptedException {
        var check = new ProcessBuilder(
                stage.root().home().resolve("bin").resolve("healthy").toString(), question);
        check.environment().put("PORTICO_PORT", Integer.toString(port));
        return check.start().waitFor();
    }

    private String process(String file) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(portal.pid()), file), StandardCharsets.ISO_8859_1);
    }

    private static Map<String, Long> files(Path folder) throws IOException {
        var found = new TreeMap<String, Long>();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                found.put(
                        folder.relativize(file).toString(),
                        Files.getLastModifiedTime(file).toMillis());
            }
        }
        return found;
    }
}
