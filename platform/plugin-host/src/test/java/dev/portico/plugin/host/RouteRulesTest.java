package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.manifest.HelpWay;
import dev.portico.plugin.manifest.PluginRoute;
import dev.portico.plugin.manifest.PluginRoute.Access;
import jakarta.json.Json;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteRulesTest {
    private static final String ROUTES = """
            [{"id": "page", "path": "status", "access": "public"},
             {"id": "incident", "path": "status/incidents/{id}", "access": "public"},
             {"id": "json", "path": "status/api/v2/summary.json", "access": "public"},
             {"id": "mine", "path": "status/mine", "access": "customer"},
             {"id": "desk", "path": "status", "access": "agent"},
             {"id": "entry", "path": "**", "access": "public"}]""";

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsDeclared() {
        var reading = read(plugin());

        assertThat(reading).isInstanceOf(Reading.Valid.class);
        var manifest = ((Reading.Valid) reading).content().manifest();
        assertThat(manifest.routes()).hasSize(6).contains(new PluginRoute("desk", "status", Access.AGENT));
        assertThat(manifest.helpWays().get(1).kind()).isEqualTo(HelpWay.Kind.LINK);
        assertThat(manifest.helpWays().get(1).route()).contains("page");
        assertThat(manifest.redirectHosts()).contains("hosts");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("routes[1].id: 'page' is there more than once", p -> p.replace("/routes/1/id", "page")),
                mistake(
                        "routes[0].access: takes the capability 'public-routes'",
                        p -> p.replace("/capabilities", json("[\"jobs\", \"mail\"]"))),
                segment("Status", "Status"),
                segment("status/", ""),
                segment("/status", ""),
                segment("status//x", ""),
                segment("status/..", ".."),
                segment("status/%2e", "%2e"),
                segment("status/a b", "a b"),
                segment("status/**/x", "**"),
                segment("status/{Id}", "{Id}"),
                segment("{id}", "{id}"),
                mistake(
                        "routes[1].path: {id} is there more than once",
                        p -> p.replace("/routes/1/path", "status/{id}/{id}")),
                mistake(
                        "routes[3].path: another route has addresses like 'status/incidents/{number}'",
                        p -> p.replace("/routes/3/path", "status/incidents/{number}")),
                mistake(
                        "routes[3].path: never reached: addresses that begin with 'tickets' are the portal's own",
                        p -> p.replace("/routes/3/path", "tickets/mine")),
                mistake(
                        "routes[4].path: never reached: addresses that begin with 'branding' are the portal's own",
                        p -> p.replace("/routes/4/path", "branding")),
                mistake(
                        "routes[1].menu: only a page of the staff's without variables is in their menu",
                        p -> p.add("/routes/1/menu", "plugin.name")),
                mistake("routes[4].path: only customers have an entry", p -> p.replace("/routes/4/path", "**")),
                mistake(
                        "routes[1].path: has more than 12 parts",
                        p -> p.replace("/routes/1/path", "a/b/c/d/e/f/g/h/i/j/k/l/m")),
                mistake("jobs[0]: takes the capability 'jobs'", p -> p.replace("/capabilities", json("[\"mail\"]"))),
                mistake("jobs[0].every: must be 10 seconds at least", p -> p.replace("/jobs/0/every", "PT9.9S")),
                mistake("news: takes the capability 'mail'", p -> p.replace("/capabilities", json("[\"jobs\"]"))),
                mistake("redirectHosts: no setting 'nowhere'", p -> p.replace("/redirectHosts", "nowhere")),
                mistake(
                        "redirectHosts: setting 'web' has the wrong type for this",
                        p -> p.replace("/redirectHosts", "web")),
                mistake("helpWays[1].route: no route 'x' for customers without variables", route("x")),
                mistake("helpWays[1].route: no route 'incident' for customers without variables", route("incident")),
                mistake("helpWays[1].route: no route 'desk' for customers without variables", route("desk")),
                mistake("helpWays[1].setting: of no use beside a route", p -> p.add("/helpWays/1/setting", "web")),
                mistake("helpWays[1].setting: missing", p -> p.remove("/helpWays/1/route")),
                mistake(
                        "helpWays[0].route: means nothing for what leads to no site",
                        p -> p.add("/helpWays/0/route", "page")));
    }

    private static Arguments segment(String path, String part) {
        return mistake(
                "routes[1].path: '" + part + "' is no part of a path: lower-case letters, digits, dots, dashes and"
                        + " underscores, a {variable} after the first part, or ** at the end",
                p -> p.replace("/routes/1/path", path));
    }

    private static UnaryOperator<JsonPatchBuilder> route(String id) {
        return p -> p.replace("/helpWays/1/route", id);
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

    @Test
    void aWayMayLeadToTheEntry() {
        assertThat(read(plugin().patch(route("entry")))).isInstanceOf(Reading.Valid.class);
    }

    private static TestPlugin plugin() {
        return new TestPlugin().patch(p -> p.add("/capabilities", json("[\"public-routes\", \"jobs\", \"mail\"]"))
                .add("/routes", json(ROUTES))
                .add("/jobs", json("[{\"id\": \"poll\", \"every\": \"PT1M\"}]"))
                .add("/news", json("{\"label\": \"l\", \"description\": \"d\"}"))
                .add("/redirectHosts", "hosts")
                .add("/settings/-", json("{\"id\": \"hosts\", \"type\": \"phrases\", \"label\": \"l\"}"))
                .add("/helpWays/1/menu", "l")
                .add("/helpWays/1/route", "page")
                .remove("/helpWays/1/setting"));
    }

    private static JsonValue json(String text) {
        return Json.createReader(new StringReader(text)).readValue();
    }

    private Reading read(TestPlugin plugin) {
        return new ManifestReader("1.0").read(plugin.writeTo(folder.resolve("p.jar")));
    }
}
