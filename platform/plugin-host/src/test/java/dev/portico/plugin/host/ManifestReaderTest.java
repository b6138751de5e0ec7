package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.manifest.HelpWay;
import dev.portico.plugin.manifest.ListColumn;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Notification.Recipient;
import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.Sla;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.Option;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestReaderTest {
    private static final String JSON = "META-INF/portico/plugin.json";
    private static final String SPANISH = "META-INF/portico/messages_es.properties";

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsDeclared() {
        var content = valid(new TestPlugin());

        var manifest = content.manifest();
        assertThat(manifest.id()).isEqualTo("desk");
        assertThat(manifest.upgradeFrom()).isEmpty();
        assertThat(manifest.capabilities()).isEmpty();
        var type = manifest.ticketTypes().get(0);
        assertThat(type.warning()).contains("w");
        assertThat(type.notifications())
                .extracting(Notification::to)
                .containsExactly(new Recipient.Requester(), new Recipient.Addresses("team"), new Recipient.Assignee());
        assertThat(type.sla()).singleElement().satisfies(sla -> {
            assertThat(sla.target("high")).contains(new Sla.Target("high", 2, Sla.Unit.HOURS));
            assertThat(sla.target("low")).contains(new Sla.Target("low", 1, Sla.Unit.BUSINESS_DAYS));
            assertThat(sla.pausedIn()).containsExactly("waiting");
        });
        assertThat(manifest.workflows().get(0).statuses().get(1).category())
                .isEqualTo(StatusCategory.WAITING_ON_CUSTOMER);
        assertThat(manifest.workflows().get(0).allows("open", "closed", Role.CONTACT_MANAGER))
                .isTrue();
        assertThat(manifest.workflows().get(0).automatic())
                .isEqualTo(Map.of(TicketEvent.AGENT_REPLIED, Map.of("open", "waiting")));
        assertThat(manifest.helpWays())
                .extracting(HelpWay::kind)
                .containsExactly(HelpWay.Kind.TICKETS, HelpWay.Kind.LINK);
        assertThat(manifest.settings().get(0).defaultValue()).contains(List.of(new Option("a", Map.of("en", "A"))));
        assertThat(content.messages()).containsOnlyKeys(Languages.ENGLISH, Languages.SPANISH);
        assertThat(content.sha256()).matches("[0-9a-f]{64}");
        assertThat(content.desks()).singleElement().satisfies(desk -> {
            assertThat(desk.scale().id()).isEqualTo("scale");
            assertThat(desk.workflow().id()).isEqualTo("flow");
        });
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("version: '1.0' is no semantic version such as 1.0.0", p -> p.replace("/version", "1.0")),
                mistake("upgradeFrom: '1' is no semantic version such as 1.0.0", p -> p.add("/upgradeFrom", "1")),
                mistake("upgradeFrom: is later than the version itself", p -> p.add("/upgradeFrom", "1.2.4")),
                mistake(
                        "capabilities[0]: 'root' is none of: outgoing-hosts, own-tables, public-routes, jobs, mail",
                        p -> p.add(
                                "/capabilities",
                                Json.createArrayBuilder(List.of("root")).build())),
                mistake("api: '1.0' is no range with both ends such as [1.0,2.0)", p -> p.replace("/api", "1.0")),
                mistake("api: '[1.0,)' is no range with both ends such as [1.0,2.0)", p -> p.replace("/api", "[1.0,)")),
                mistake(
                        "api: made for [2.0,3.0), but this portal's plugin API is 1.0",
                        p -> p.replace("/api", "[2.0,3.0)")),
                mistake(
                        "id: 'Desk_1' must be lower-case letters, digits and single dashes, at most 40 characters",
                        p -> p.replace("/id", "Desk_1")),
                mistake("provider: missing", p -> p.remove("/provider")),
                mistake("license: missing", p -> p.replace("/license", JsonValue.NULL)),
                mistake("'colour': unknown member", p -> p.add("/colour", "red")),
                mistake("scales[0].levels[0].'colour': unknown member", p -> p.add("/scales/0/levels/0/colour", "red")),
                mistake("name: must be text", p -> p.replace("/name", 7)),
                mistake("helpWays: must be a list", p -> p.replace("/helpWays", JsonValue.EMPTY_JSON_OBJECT)),
                mistake("helpWays[1]: must be an object", p -> p.replace("/helpWays/1", "web")),
                mistake(
                        "scales[0].levels[1].tone: 'loud' is none of: critical, warning, notice, success, neutral",
                        p -> p.replace("/scales/0/levels/1/tone", "loud")),
                mistake(
                        "scales[0].levels[1].id: 'high' is there more than once",
                        p -> p.replace("/scales/0/levels/1/id", "high")),
                mistake("workflows[0].initial: no status 'begin'", p -> p.replace("/workflows/0/initial", "begin")),
                mistake(
                        "workflows[0].initial: 'closed' is not an open status",
                        p -> p.replace("/workflows/0/initial", "closed")),
                mistake(
                        "workflows[0].statuses: none has the category closed",
                        p -> p.replace("/workflows/0/statuses/2/category", "resolved")),
                mistake(
                        "workflows[0].statuses[1]: no way leads from the initial status to 'waiting'",
                        p -> p.remove("/workflows/0/automatic")),
                mistake(
                        "workflows[0].transitions[0].from: no status 'new'",
                        p -> p.add("/workflows/0/transitions/0/from/0", "new")),
                mistake(
                        "workflows[0].transitions[0].to: no status 'x'",
                        p -> p.replace("/workflows/0/transitions/0/to", "x")),
                mistake(
                        "workflows[0].transitions[0].roles[0]: 'boss' is none of: customer, contact-manager, agent, csm,"
                                + " tenant-administrator, platform-administrator, system",
                        p -> p.replace("/workflows/0/transitions/0/roles/0", "boss")),
                mistake(
                        "workflows[0].automatic.agent-replied.open: no status 'x'",
                        p -> p.replace("/workflows/0/automatic/agent-replied/open", "x")),
                mistake(
                        "workflows[0].timed[0].from: no status 'x'",
                        p -> p.add("/workflows/0/timed", timed("x", "P14D", "closed"))),
                mistake(
                        "workflows[0].timed[0].to: no status 'x'",
                        p -> p.add("/workflows/0/timed", timed("open", "P14D", "x"))),
                mistake(
                        "workflows[0].timed[0].to: is the status that it leaves",
                        p -> p.add("/workflows/0/timed", timed("open", "P14D", "open"))),
                mistake(
                        "workflows[0].timed[0].after: '2 weeks' is no duration such as P14D or PT8H",
                        p -> p.add("/workflows/0/timed", timed("open", "2 weeks", "closed"))),
                mistake(
                        "workflows[0].timed[0].after: must be more than nothing and at most 3650 days",
                        p -> p.add("/workflows/0/timed", timed("open", "-PT1S", "closed"))),
                mistake("workflows[0].timed[1].from: 'open' is left by another one already", p -> p.add(
                                "/workflows/0/timed", timed("open", "P14D", "closed"))
                        .add(
                                "/workflows/0/timed/1",
                                timed("open", "P15D", "waiting").get(0))),
                mistake(
                        "ticketTypes[0].words: no message 'case.archive' in English",
                        p -> p.replace("/workflows/0/statuses/1/category", "archived")),
                mistake("ticketTypes[0].scale: no scale 'x'", p -> p.replace("/ticketTypes/0/scale", "x")),
                mistake("ticketTypes[0].workflow: no workflow 'x'", p -> p.replace("/ticketTypes/0/workflow", "x")),
                mistake(
                        "ticketTypes[0].fields: no field of the kind subject",
                        p -> p.remove("/ticketTypes/0/fields/0")),
                mistake(
                        "ticketTypes[0].fields: no field of the kind description",
                        p -> p.remove("/ticketTypes/0/fields/1")),
                mistake(
                        "ticketTypes[0].fields: more than one field of the kind product",
                        p -> p.copy("/ticketTypes/0/fields/0", "/ticketTypes/0/fields/2")),
                mistake(
                        "ticketTypes[0].fields[2].options: no setting 'x'",
                        p -> p.replace("/ticketTypes/0/fields/2/options", "x")),
                mistake(
                        "ticketTypes[0].fields[2].options: setting 'team' has the wrong type for this",
                        p -> p.replace("/ticketTypes/0/fields/2/options", "team")),
                mistake("ticketTypes[0].fields[2].options: missing", p -> p.remove("/ticketTypes/0/fields/2/options")),
                mistake(
                        "ticketTypes[0].fields[0].maxLength: must be 1 to 255",
                        p -> p.replace("/ticketTypes/0/fields/0/maxLength", 256)),
                mistake(
                        "ticketTypes[0].fields[0].maxLength: must be a whole number",
                        p -> p.replace("/ticketTypes/0/fields/0/maxLength", "many")),
                mistake(
                        "ticketTypes[0].fields[0].required: must be true for subject",
                        p -> p.remove("/ticketTypes/0/fields/0/required")),
                mistake(
                        "ticketTypes[0].fields[3].options: missing",
                        p -> p.add("/ticketTypes/0/fields/-", suggestion().build())),
                mistake(
                        "ticketTypes[0].fields[3].maxLength: must be 1 to 100000",
                        p -> p.add(
                                "/ticketTypes/0/fields/-",
                                suggestion().add("options", "products").build())),
                mistake(
                        "ticketTypes[0].notifications[0].to: 'all' is none of: requester, assignee, setting:<id>",
                        p -> p.replace("/ticketTypes/0/notifications/0/to", "all")),
                mistake(
                        "ticketTypes[0].notifications[0].to: what is internal never goes to the requester",
                        p -> p.replace("/ticketTypes/0/notifications/0/event", "note-added")),
                mistake(
                        "ticketTypes[0].notifications[1].to: no setting 'x'",
                        p -> p.replace("/ticketTypes/0/notifications/1/to", "setting:x")),
                mistake(
                        "ticketTypes[0].sla[0].targets[0].level: no level 'x'",
                        p -> p.replace("/ticketTypes/0/sla/0/targets/0/level", "x")),
                mistake(
                        "ticketTypes[0].sla[0].targets[1].level: 'high' has two targets",
                        p -> p.replace("/ticketTypes/0/sla/0/targets/1/level", "high")),
                mistake(
                        "ticketTypes[0].sla[0].targets[0].amount: must be 1 to 10000",
                        p -> p.replace("/ticketTypes/0/sla/0/targets/0/amount", 0)),
                mistake(
                        "ticketTypes[0].sla[0].targets[0].unit: 'days' is none of: hours, business-hours, business-days",
                        p -> p.replace("/ticketTypes/0/sla/0/targets/0/unit", "days")),
                mistake(
                        "ticketTypes[0].sla[0].pausedIn: no status 'x'",
                        p -> p.replace("/ticketTypes/0/sla/0/pausedIn/0", "x")),
                mistake(
                        "ticketTypes[0].sla[0].warnAtPercent: must be 1 to 99",
                        p -> p.remove("/ticketTypes/0/sla/0/warnAtPercent")),
                mistake(
                        "ticketTypes[0].sla[1].metric: promised twice",
                        p -> p.copy("/ticketTypes/0/sla/-", "/ticketTypes/0/sla/0")),
                mistake(
                        "ticketTypes[0].listColumns[1]: 'size' is none of: number, subject, status, level, product,"
                                + " customer, assignee, updated, created",
                        p -> p.add("/ticketTypes/0/listColumns", columns("number", "size"))),
                mistake(
                        "ticketTypes[0].listColumns: names a column more than once",
                        p -> p.add("/ticketTypes/0/listColumns", columns("number", "status", "number"))),
                mistake(
                        "ticketTypes[0].listColumns: has neither number nor subject, which lead to the ticket",
                        p -> p.add("/ticketTypes/0/listColumns", columns("status", "updated"))),
                mistake("helpWays[0].ticketType: no ticket type 'x'", p -> p.replace("/helpWays/0/ticketType", "x")),
                mistake("helpWays[1].setting: missing", p -> p.remove("/helpWays/1/setting")),
                mistake(
                        "helpWays[1].setting: setting 'team' has the wrong type for this",
                        p -> p.replace("/helpWays/1/setting", "team")),
                mistake(
                        "settings[0].default[0].labels: unknown language 'fr'",
                        p -> p.add("/settings/0/default/0/labels/fr", "A")),
                mistake(
                        "settings[1].default[0]: 'nobody' is no e-mail address",
                        p -> p.add(
                                "/settings/1/default",
                                Json.createArrayBuilder().add("nobody").build())),
                mistake(
                        "settings[2].default: 'javascript:alert(1)' is no http or https address",
                        p -> p.add("/settings/2/default", "javascript:alert(1)")),
                mistake(
                        "ticketTypes[0].warning: no message 'absent' in Spanish",
                        p -> p.replace("/ticketTypes/0/warning", "absent")),
                mistake(
                        "ticketTypes[0].words: no message 'x.close.confirm' in English",
                        p -> p.replace("/ticketTypes/0/words", "x")),
                mistake(
                        "ticketTypes[0].notifications[0].template: no message 'x.body' in English",
                        p -> p.replace("/ticketTypes/0/notifications/0/template", "x")));
    }

    private static JsonObjectBuilder suggestion() {
        return Json.createObjectBuilder()
                .add("id", "version")
                .add("kind", "suggestion")
                .add("label", "l");
    }

    private static JsonArray timed(String from, String after, String to) {
        var move =
                Json.createObjectBuilder().add("from", from).add("after", after).add("to", to);
        return Json.createArrayBuilder().add(move).build();
    }

    @Test
    void readsTimedTransitions() {
        var plugin = new TestPlugin().patch(p -> p.remove("/workflows/0/automatic")
                .add("/workflows/0/timed", timed("open", "P14D", "waiting")));
        assertThat(valid(plugin).manifest().workflows().get(0).timed())
                .as("which is a way to a status as well")
                .containsExactly(new Workflow.Timed("open", Duration.ofDays(14), "waiting"));
    }

    private static JsonArray columns(String... names) {
        return Json.createArrayBuilder(List.of(names)).build();
    }

    @Test
    void readsTheColumnsOfListsAndHasStandardOnes() {
        var declared = valid(new TestPlugin()
                .patch(p -> p.add("/ticketTypes/0/listColumns", columns("status", "customer", "subject"))));
        assertThat(declared.manifest().ticketTypes().get(0).listColumns())
                .containsExactly(ListColumn.STATUS, ListColumn.CUSTOMER, ListColumn.SUBJECT);
        assertThat(valid(new TestPlugin()).manifest().ticketTypes().get(0).listColumns())
                .isEqualTo(ListColumn.STANDARD);
    }

    private static Arguments mistake(String problem, UnaryOperator<JsonPatchBuilder> change) {
        return Arguments.of(problem, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void namesTheMistakeAndItsPlace(String problem, UnaryOperator<JsonPatchBuilder> change) {
        assertThat(problems(new TestPlugin().patch(change))).contains(problem);
    }

    @Test
    void saysWhatIsWrongInTheReadersLanguage() {
        var plugin = new TestPlugin()
                .patch(p -> p.replace("/workflows/0/initial", "begin").replace("/ticketTypes/0/warning", "absent"));

        var reading = (Reading.Invalid) new ManifestReader("1.0").read(plugin.writeTo(folder.resolve("p.jar")));

        assertThat(reading.found())
                .extracting(problem -> problem.text(Languages.SPANISH))
                .contains(
                        "workflows[0].initial: no hay ningún estado «begin»",
                        "ticketTypes[0].warning: no hay ningún mensaje «absent» en español");
    }

    @Test
    void listsEveryProblemAtOnce() {
        var plugin = new TestPlugin().patch(p -> p.replace("/version", "one")
                .remove("/provider")
                .replace("/ticketTypes/0/scale", "x")
                .replace("/workflows/0/initial", "y")
                .replace("/settings/2/type", "colour")
                .add("/extra", true));

        assertThat(problems(plugin))
                .anyMatch(problem -> problem.startsWith("version:"))
                .anyMatch(problem -> problem.startsWith("provider:"))
                .anyMatch(problem -> problem.startsWith("ticketTypes[0].scale:"))
                .anyMatch(problem -> problem.startsWith("workflows[0].initial:"))
                .anyMatch(problem -> problem.startsWith("settings[2].type:"))
                .anyMatch(problem -> problem.startsWith("'extra':"));
    }

    @Test
    void namesTheMissingManifest() {
        assertThat(problems(new TestPlugin().without(JSON))).containsExactly(JSON + ": missing");
    }

    @Test
    void saysWhereTheJsonIsBroken() {
        assertThat(problems(new TestPlugin().file(JSON, "{\n\"id\": oops}")))
                .singleElement()
                .asString()
                .startsWith(JSON + ": no proper JSON at line 2, column");
    }

    @Test
    void refusesAMemberThatIsThereTwice() {
        assertThat(problems(new TestPlugin().file(JSON, "{\"id\": \"a\", \"id\": \"b\"}")))
                .singleElement()
                .asString()
                .contains("there twice");
    }

    @Test
    void refusesDeepNestingInsteadOfOverflowingTheStack() {
        assertThat(problems(new TestPlugin().file(JSON, "[".repeat(200_000))))
                .containsExactly(JSON + ": nested more than 40 deep");
    }

    @Test
    void refusesAManifestThatUnpacksToTooMuch() {
        assertThat(problems(new TestPlugin().file(JSON, " ".repeat(2_000_000))))
                .containsExactly(JSON + ": larger than 512 KiB");
    }

    @Test
    void refusesAnHugeNumberQuickly() {
        assertThat(problems(new TestPlugin()
                        .file(
                                JSON,
                                new TestPlugin()
                                        .text(JSON)
                                        .replace("1000,", "1e999999999,")
                                        .replace("1000}", "1e999999999}"))))
                .contains("ticketTypes[0].fields[1].maxLength: must be a whole number");
    }

    @Test
    void refusesMessagesThatAreNotUtf8() {
        assertThat(problems(new TestPlugin().file(SPANISH, new byte[] {'n', '=', (byte) 0xe9})))
                .contains(SPANISH + ": not in UTF-8");
    }

    @Test
    void namesTheMissingLanguageOnce() {
        assertThat(problems(new TestPlugin().without(SPANISH))).containsExactly(SPANISH + ": missing or of no use");
    }

    @Test
    void namesATextThatCannotBeFormatted() {
        var plugin = new TestPlugin();
        plugin.file(SPANISH, plugin.text(SPANISH).replace("w = w", "w = {broken"));

        assertThat(problems(plugin)).anyMatch(problem -> problem.startsWith("messages: w (es)"));
    }

    @Test
    void refusesWhatIsNoJar() throws IOException {
        var jar = Files.writeString(folder.resolve("text.jar"), "no jar");

        assertThat(new ManifestReader().read(jar))
                .isEqualTo(new Reading.Invalid(List.of(Problem.of("plugin.problem.no-jar", "text.jar"))));
    }

    @Test
    void absentFileIsAProblemAndNoException() {
        assertThat(new ManifestReader().read(folder.resolve("absent.jar"))).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void controlCharactersOfAStrangerAreNotRepeated() {
        assertThat(problems(new TestPlugin().id("a\u0007\nb")))
                .anyMatch(problem -> problem.startsWith("id: 'a??b' must be"));
    }

    private PluginPackage valid(TestPlugin plugin) {
        var reading = new ManifestReader("1.0").read(plugin.writeTo(folder.resolve("p.jar")));
        assertThat(reading).as(String.valueOf(reading)).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid) reading).content();
    }

    private List<String> problems(TestPlugin plugin) {
        var reading = new ManifestReader("1.0").read(plugin.writeTo(folder.resolve("p.jar")));
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        return ((Reading.Invalid) reading).problems();
    }
}
