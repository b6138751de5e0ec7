package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.OrganizationList;
import jakarta.json.Json;
import jakarta.json.JsonPatchBuilder;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrganizationListRulesTest {
    private static final String LISTS = """
            [{"id": "sites", "label": "l"}, {"id": "machines", "label": "l", "parent": "sites"}]""";
    private static final String SITE = """
            {"id": "site", "kind": "choice", "label": "l", "options": "organization:sites"}""";
    private static final String MACHINE = """
            {"id": "machine", "kind": "choice", "label": "l", "options": "organization:machines", "dependsOn": "site"}""";

    @TempDir
    private Path folder;

    @Test
    void readsListsAndTheMenusThatTheyFill() {
        var reading = read(plugin());

        assertThat(reading).isInstanceOf(Reading.Valid.class);
        var manifest = ((Reading.Valid) reading).content().manifest();
        assertThat(manifest.organizationLists())
                .containsExactly(
                        new OrganizationList("sites", "l", Optional.empty()),
                        new OrganizationList("machines", "l", Optional.of("sites")));
        var machine = manifest.ticketTypes().get(0).fields().get(4);
        assertThat(machine.organizationList()).contains("machines");
        assertThat(machine.options()).isEmpty();
        assertThat(machine.dependsOn()).contains("site");
    }

    @Test
    void readsForWhichLevelsAMailIsMeant() {
        var reading = read(new TestPlugin()
                .patch(p -> p.add(
                        "/ticketTypes/0/notifications/1/levels",
                        json("[\"high\"]").asJsonArray())));

        assertThat(((Reading.Valid) reading)
                        .content()
                        .manifest()
                        .ticketTypes()
                        .get(0)
                        .notifications())
                .extracting(Notification::levels)
                .containsExactly(List.of(), List.of("high"), List.of());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "organizationLists[1].id: 'sites' is there more than once",
                        p -> p.replace("/organizationLists/1/id", "sites")),
                mistake(
                        "organizationLists[1].parent: no list 'towns' before this one",
                        p -> p.replace("/organizationLists/1/parent", "towns")),
                mistake(
                        "organizationLists[0].parent: no list 'machines' before this one",
                        p -> p.add("/organizationLists/0/parent", "machines")),
                mistake(
                        "organizationLists[0].label: no message 'absent' in English",
                        p -> p.replace("/organizationLists/0/label", "absent")),
                mistake(
                        "ticketTypes[0].fields[3].options: no organization list 'towns'",
                        p -> p.replace("/ticketTypes/0/fields/3/options", "organization:towns")),
                mistake(
                        "ticketTypes[0].fields[4].dependsOn: must name a field before this one that is filled from the list"
                                + " 'sites'",
                        p -> p.remove("/ticketTypes/0/fields/4/dependsOn")),
                mistake(
                        "ticketTypes[0].fields[4].dependsOn: must name a field before this one that is filled from the list"
                                + " 'sites'",
                        p -> p.replace("/ticketTypes/0/fields/4/dependsOn", "product")),
                mistake(
                        "ticketTypes[0].fields[3].dependsOn: must name a field before this one that is filled from the list"
                                + " 'sites'",
                        p -> p.move("/ticketTypes/0/fields/3", "/ticketTypes/0/fields/4")),
                mistake(
                        "ticketTypes[0].fields[2].dependsOn: means nothing without a list that has a parent",
                        p -> p.add("/ticketTypes/0/fields/2/dependsOn", "subject")),
                mistake(
                        "ticketTypes[0].fields[3].options: an organization's list is of no use for product",
                        p -> p.remove("/ticketTypes/0/fields/2")
                                .replace("/ticketTypes/0/fields/2/kind", "product")
                                .add("/ticketTypes/0/fields/0", json(SITE).asJsonObject())),
                mistake(
                        "ticketTypes[0].notifications[0].levels: no level 'loud'",
                        p -> p.add(
                                "/ticketTypes/0/notifications/0/levels",
                                json("[\"loud\"]").asJsonArray())));
    }

    private static Arguments mistake(String problem, UnaryOperator<JsonPatchBuilder> change) {
        return Arguments.of(problem, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void namesTheMistakeAndItsPlace(String problem, UnaryOperator<JsonPatchBuilder> change) {
        var reading = read(plugin().patch(change));

        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        assertThat(((Reading.Invalid) reading).problems()).contains(problem);
    }

    private static TestPlugin plugin() {
        return new TestPlugin()
                .patch(p -> p.add("/organizationLists", json(LISTS).asJsonArray())
                        .add("/ticketTypes/0/fields/-", json(SITE).asJsonObject())
                        .add("/ticketTypes/0/fields/-", json(MACHINE).asJsonObject()));
    }

    private static jakarta.json.JsonValue json(String text) {
        return Json.createReader(new StringReader(text)).readValue();
    }

    private Reading read(TestPlugin plugin) {
        return new ManifestReader("1.0").read(plugin.writeTo(folder.resolve("p.jar")));
    }
}
