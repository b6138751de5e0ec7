package dev.portico.systemtests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.plugin.fixtures.Publisher;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.SecondPortal;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two portals on one database: what is decided at one is done by both, also by one that was away (J1). */
@ExtendWith(PortalStackExtension.class)
class TwoPortalsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRST = "portal";

    private final Publisher publisher = Publisher.named("Two portals");

    @AfterEach
    void remove(PortalStack stack) throws SQLException {
        new InstalledDesk(stack).remove(publisher);
    }

    @Test
    void both_run_what_was_decided_at_either_and_one_that_was_away_catches_up(PortalStack stack) throws SQLException {
        var desk = new InstalledDesk(stack);
        try (var second = SecondPortal.start(stack)) {
            desk.trust(publisher);
            desk.install(release("1.0.0")).require(202);
            desk.await("1.0.0");
            desk.enable();
            bothRun("1.0.0", desk, stack, second);

            desk.install(release("1.1.0"), second.url()).require(202);
            bothRun("1.1.0", desk, stack, second);

            second.kill();
            desk.install(release("1.2.0")).require(202);
            assertThat(Waiting.until(() -> nodes(desk.show()).get(FIRST).equals("running 1.2.0"), PATIENCE))
                    .isTrue();
            var meanwhile = desk.show();
            assertThat(nodes(meanwhile)).containsEntry(SecondPortal.NODE, "running 1.1.0");
            assertThat(meanwhile.getString("state")).as("one is behind").isEqualTo("changing");
            second.startAgain();
            assertThat(nodes(desk.show())).as("when it is ready").containsEntry(SecondPortal.NODE, "running 1.2.0");
            bothRun("1.2.0", desk, stack, second);

            desk.rollBack(second.url()).require(202);
            // What came in between was on probation still, and is no way back.
            bothRun("1.0.0", desk, stack, second);
        }
        assertThat(nodes(desk.show())).as("one that has ended is no node").containsOnlyKeys(FIRST);
    }

    private static void bothRun(String version, InstalledDesk desk, PortalStack stack, SecondPortal second) {
        desk.await(version);
        for (var portal : new String[] {stack.portalUrl(), second.url()}) {
            assertThat(nodes(desk.show(portal)))
                    .isEqualTo(Map.of(FIRST, "running " + version, SecondPortal.NODE, "running " + version));
            // Which of its plugins a tenant uses is kept for half a minute where nobody changed it.
            assertThat(Waiting.until(() -> landing(stack, portal).contains("Help of " + version), PATIENCE))
                    .as(portal)
                    .isTrue();
        }
    }

    private static String landing(PortalStack stack, String portal) {
        return stack.anonymous()
                .at(portal)
                .get("/" + InstalledDesk.TENANT)
                .require(200)
                .body();
    }

    /** What each says: its state and the version that runs there. */
    private static Map<String, String> nodes(JsonObject plugin) {
        return plugin.getJsonArray("nodes").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(
                        node -> node.getString("node"),
                        node -> node.getString("state") + " " + node.getString("version", "")));
    }

    private Path release(String version) {
        var plugin = ExampleDesk.first()
                .version(version)
                .message("help.requests.text", "Help of " + version, "Ayuda de " + version);
        return ExampleDesk.signed(plugin, publisher);
    }
}
