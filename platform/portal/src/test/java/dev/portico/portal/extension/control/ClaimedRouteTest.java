package dev.portico.portal.extension.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Messages;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.PluginRoute;
import dev.portico.plugin.manifest.PluginRoute.Access;
import dev.portico.plugin.settings.Settings;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedRouteTest {
    private static final EnabledPlugin STATUS = plugin(
            "status",
            route("page", "status"),
            route("any", "status/{id}"),
            route("history", "status/history"),
            route("update", "status/{id}/updates/{update}"),
            route("files", "status/files/**"),
            new PluginRoute("desk", "status", Access.AGENT));
    private static final EnabledPlugin DOOR = plugin("door", route("entry", "**"));

    @Test
    void wordsWinOverVariablesAndThoseOverTheRest() {
        assertThat(found("status/history")).contains("history");
        assertThat(found("status/other")).contains("any");
        assertThat(found("status/files")).contains("any");
        assertThat(found("status/files/a/b")).contains("files");
    }

    @Test
    void variablesAreRead() {
        var claimed = claim("status/a-1/updates/B_2.x").orElseThrow();

        assertThat(claimed.match())
                .isEqualTo(new RoutePattern.Match(Map.of("id", "a-1", "update", "B_2.x"), List.of()));
        assertThat(claim("status/files/a/b").orElseThrow().match().rest()).containsExactly("a", "b");
    }

    @Test
    void aVariableIsNoEndlessWord() {
        assertThat(found("status/" + "a".repeat(64))).contains("any");
        assertThat(found("status/" + "a".repeat(65))).isEmpty();
    }

    @Test
    void whatTheStaffSeeIsNotTheCustomers() {
        assertThat(ClaimedRoute.find(List.of(STATUS), true, List.of("status"), true))
                .map(claimed -> claimed.route().id())
                .contains("desk");
        assertThat(ClaimedRoute.find(List.of(STATUS), true, List.of("status", "history"), true))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b/c", "status/a/b"})
    void theEntryTakesTheFirstPageAndWhatIsLeft(String path) {
        assertThat(claim(path, STATUS, DOOR)
                        .map(claimed -> claimed.plugin().manifest().id()))
                .contains("door");
    }

    @Test
    void theEntryComesAfterEveryOtherPlugin() {
        assertThat(claim("status", DOOR, STATUS).map(claimed -> claimed.route().id()))
                .contains("page");
    }

    @Test
    void ofTwoPluginsTheFirstByIdHasTheAddress() {
        var other = plugin("another", route("theirs", "status"));

        assertThat(claim("status", STATUS, other).map(claimed -> claimed.route().id()))
                .contains("theirs");
    }

    @Test
    void escapesAreOnlyInTheRestOfAPath() {
        var segments = List.of("status", "%2e%2e");
        assertThat(ClaimedRoute.find(List.of(STATUS), false, segments, false)).isEmpty();
        assertThat(ClaimedRoute.find(List.of(STATUS, DOOR), false, segments, false))
                .map(claimed -> claimed.match().rest())
                .contains(segments);
        assertThat(ClaimedRoute.find(List.of(STATUS), false, List.of("status", "files", "%20"), false))
                .map(claimed -> claimed.route().id())
                .contains("files");
    }

    @Test
    void nobodyAnswersWhereNoPluginIsEnabled() {
        assertThat(ClaimedRoute.find(List.of(), false, List.of("status"), true)).isEmpty();
    }

    private static Optional<String> found(String path) {
        return claim(path).map(claimed -> claimed.route().id());
    }

    private static Optional<ClaimedRoute> claim(String path) {
        return claim(path, STATUS);
    }

    private static Optional<ClaimedRoute> claim(String path, EnabledPlugin... plugins) {
        var segments =
                Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
        return ClaimedRoute.find(List.of(plugins), false, segments, true);
    }

    private static PluginRoute route(String id, String path) {
        return new PluginRoute(id, path, Access.PUBLIC);
    }

    private static EnabledPlugin plugin(String id, PluginRoute... routes) {
        var manifest = new PluginManifest(
                id,
                "1.0.0",
                "[1.0,2.0)",
                "name",
                "description",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(routes),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new EnabledPlugin(
                manifest, 0, new TenantView("harmony", new Settings(Map.of())), new Messages(List.of()), List.of());
    }
}
