package dev.portico.plugin.host.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.portico.i18n.Languages;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.Reading;
import dev.portico.plugin.host.upgrade.Change.Action;
import dev.portico.plugin.host.upgrade.Change.Part;
import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginManifest;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UpgradeTest {
    @TempDir
    private Path folder;

    @Test
    void sameAgainChangesNothing() {
        assertThat(upgrade(p -> p)).isEqualTo(new Upgrade(List.of(), List.of(), Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.4,,",
        "1.2.3,,",
        "1.2.2,,plugin.problem.downgrade",
        "1.2.3-rc.1,,plugin.problem.downgrade",
        "2.0.0,1.2.3,",
        "2.0.0,1.2.3-rc.1,",
        "2.0.0,1.2.4,plugin.problem.too-old",
    })
    void knowsWhichVersionsCannotFollow(String version, String upgradeFrom, String problem) {
        var upgrade = upgrade(p -> {
            p.replace("/version", version);
            return upgradeFrom == null ? p : p.add("/upgradeFrom", upgradeFrom);
        });

        assertThat(upgrade.problems())
                .extracting(Problem::key)
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void saysWhyInBothLanguages() {
        var problem = upgrade(p -> p.replace("/version", "1.0.0")).problems().get(0);

        assertThat(problem.text(Languages.ENGLISH))
                .isEqualTo("version 1.0.0 is earlier than 1.2.3, which is running; to go back, roll back");
        assertThat(problem.text(Languages.SPANISH)).contains("la versión 1.0.0 es anterior a 1.2.3");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(Part.STATUS, "case", "waiting", Action.REMOVED, true, p -> p.remove("/workflows/0/statuses/1")
                        .remove("/workflows/0/automatic")
                        .replace("/ticketTypes/0/sla", JsonValue.EMPTY_JSON_ARRAY)),
                change(
                        Part.STATUS,
                        "case",
                        "waiting",
                        Action.CHANGED,
                        false,
                        p -> p.replace("/workflows/0/statuses/1/category", "active")),
                change(Part.LEVEL, "case", "low", Action.REMOVED, true, p -> p.remove("/scales/0/levels/1")
                        .replace("/ticketTypes/0/sla", JsonValue.EMPTY_JSON_ARRAY)),
                change(Part.FIELD, "case", "product", Action.REMOVED, false, p -> p.remove("/ticketTypes/0/fields/2")),
                change(
                        Part.FIELD,
                        "case",
                        "product",
                        Action.CHANGED,
                        false,
                        p -> p.replace("/ticketTypes/0/fields/2/kind", "choice")),
                change(
                        Part.FIELD,
                        "case",
                        "files",
                        Action.ADDED,
                        false,
                        p -> p.add(
                                "/ticketTypes/0/fields/-",
                                Json.createObjectBuilder()
                                        .add("id", "files")
                                        .add("kind", "files")
                                        .add("label", "l")
                                        .build())),
                change(Part.SETTING, "", "web", Action.CHANGED, false, p -> p.replace("/settings/2/type", "text")
                        .remove("/helpWays/1")),
                change(Part.HELP_WAY, "", "web", Action.REMOVED, false, p -> p.remove("/helpWays/1")),
                change(
                        Part.ORGANIZATION_LIST,
                        "",
                        "sites",
                        Action.ADDED,
                        false,
                        p -> p.add(
                                "/organizationLists",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("id", "sites")
                                                .add("label", "l"))
                                        .build())),
                change(
                        Part.CAPABILITY,
                        "",
                        "own-tables",
                        Action.ADDED,
                        false,
                        p -> p.add("/capabilities", array("own-tables"))));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("changes")
    void tellsEachChange(
            Part part,
            String owner,
            String id,
            Action action,
            boolean strands,
            UnaryOperator<JsonPatchBuilder> change) {
        var upgrade = upgrade(change);

        var expected = new Change(part, owner, id, action);
        assertThat(upgrade.changes()).contains(expected);
        assertThat(upgrade.strandingTickets()).isEqualTo(strands ? List.of(expected) : List.of());
        for (var language : Languages.SUPPORTED) {
            assertThat(part.text(language) + action.text(language)).doesNotContain("⟦");
        }
    }

    @Test
    void aTicketTypeThatGoesTakesItsStatusesAndLevelsAlong() {
        var upgrade =
                upgrade(p -> p.replace("/ticketTypes/0/id", "request").replace("/helpWays/0/ticketType", "request"));

        assertThat(upgrade.strandingTickets())
                .extracting(Change::part)
                .containsExactly(Part.TICKET_TYPE, Part.STATUS, Part.STATUS, Part.STATUS, Part.LEVEL, Part.LEVEL);
    }

    @Test
    void onlyNewCapabilitiesNeedConsent() {
        var running = manifest(p -> p.add("/capabilities", array("mail", "jobs")));
        var candidate = manifest(p -> p.add("/capabilities", array("jobs", "outgoing-hosts")));

        var upgrade = Upgrade.of(running, candidate);

        assertThat(upgrade.newCapabilities()).containsExactly(Capability.OUTGOING_HOSTS);
        assertThat(upgrade.changes())
                .containsExactly(
                        new Change(Part.CAPABILITY, "", "outgoing-hosts", Action.ADDED),
                        new Change(Part.CAPABILITY, "", "mail", Action.REMOVED));
    }

    @Test
    void aFirstInstallationAddsEverything() {
        var manifest = manifest(p -> p.add("/capabilities", array("mail")));

        var install = Upgrade.install(manifest);

        assertThat(install.problems()).isEmpty();
        assertThat(install.newCapabilities()).containsExactly(Capability.MAIL);
        assertThat(install.changes())
                .hasSize(1 + 3 + 2 + 3 + 3 + 2 + 1)
                .allMatch(change -> change.action() == Action.ADDED);
    }

    @Test
    void anotherPluginIsNoUpgrade() {
        assertThatIllegalArgumentException().isThrownBy(() -> upgrade(p -> p.replace("/id", "other")));
    }

    private Upgrade upgrade(UnaryOperator<JsonPatchBuilder> change) {
        return Upgrade.of(manifest(p -> p), manifest(change));
    }

    private PluginManifest manifest(UnaryOperator<JsonPatchBuilder> change) {
        var reading = new ManifestReader().read(new TestPlugin().patch(change).writeTo(folder.resolve("p.jar")));
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid) reading).content().manifest();
    }

    private static JsonArray array(String... values) {
        return Json.createArrayBuilder(List.of(values)).build();
    }

    private static Arguments change(
            Part part,
            String owner,
            String id,
            Action action,
            boolean strands,
            UnaryOperator<JsonPatchBuilder> change) {
        return Arguments.of(part, owner, id, action, strands, change);
    }
}
