package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.PortalPaths;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    @Test
    void wordsWinOverVariables() {
        assertThat(find("tickets/new")).isEqualTo(Route.NEW_TICKET);
    }

    @Test
    void variablesAreRead() {
        var match = Route.find(Area.TENANT, List.of("tickets", "17", "mails", "a-b_9"))
                .orElseThrow();
        assertThat(match).isEqualTo(new Route.Match(Route.MAIL, Map.of("number", "17", "id", "a-b_9")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tickets/1234567890123456789",
                "tickets/-1",
                "tickets/1x",
                "tickets/17/mails",
                "tickets/17/mails/a.b",
                "tickets/17/attachments/~a",
                "tickets/NEW",
                "drafts",
                "api/v1",
                "api/v2/tickets",
                "jakarta.faces.resource",
                "pages/ticket/list.xhtml",
                "internal/draft",
                "index.xhtml"
            })
    void whatIsNotInTheTableIsNoRoute(String path) {
        assertThat(Route.find(Area.TENANT, List.of(path.split("/")))).isEmpty();
    }

    @Test
    void anOpenRouteTakesAnyRestAndForwardsItUnchanged() {
        var segments = List.of("api", "v1", "tickets", "17");
        assertThat(Route.find(Area.TENANT, segments)).map(Route.Match::route).contains(Route.API);
        assertThat(Route.API.target(segments)).isEqualTo("/api/v1/tickets/17");
    }

    @Test
    void routesOfOneAreaAreNoneOfAnother() {
        assertThat(Route.find(Area.STAFF, List.of("tickets", "1"))).isEmpty();
        assertThat(Route.find(Area.ROOT, List.of("tickets"))).isEmpty();
        assertThat(Route.find(Area.STAFF_TENANT, List.of("api", "v1", "tickets")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void everyRouteIsFoundByItsOwnTemplate(Route route) {
        var found = Route.find(route.area(), example(route)).map(Route.Match::route);
        if (route.kind() == Route.Kind.EXTENSION) {
            assertThat(found).as("for plugins to say").isEmpty();
        } else {
            assertThat(found).contains(route);
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void noPluginDeclaresARouteThatIsNeverReached(Route route) {
        var first = route.template().split("/")[0];
        if (first.isEmpty() || route.kind() == Route.Kind.EXTENSION) {
            return;
        }
        if (route.area() == Area.TENANT) {
            assertThat(PortalPaths.OF_CUSTOMERS).contains(first);
        } else if (route.area() == Area.STAFF_TENANT) {
            assertThat(PortalPaths.OF_STAFF).contains(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void onlyPagesResourcesAndLoginArePublic(Route route) {
        if (route.access() == Access.PUBLIC && route.kind() != Route.Kind.EXTENSION) {
            assertThat(route)
                    .is(new org.assertj.core.api.Condition<>(
                            open -> open.template().isEmpty()
                                    || open.template()
                                            .matches(
                                                    "login.*|logout|language|logo/.id.|subscriptions/.*|tickets/.number./mute/.token.|terms|invitations/.token.|register|registrations/.token.|jakarta.faces.resource/.*|health/.*|openapi"),
                            "harmless"));
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void everyForwardLeadsToAnInternalTarget(Route route) {
        assertThat(route.target(example(route)))
                .matches(
                        "/(pages/[a-z/]+\\.xhtml|internal/[a-z/-]+|api/v1/.+|health/.+|openapi|jakarta\\.faces\\.resource/.+)");
    }

    private static List<String> example(Route route) {
        return route.template().isEmpty()
                ? List.of()
                : Stream.of(route.template().split("/"))
                        .map(part -> part.equals("{number}") ? "17" : part.equals("**") ? "x.y" : part)
                        .map(part -> part.equals("{digest}") ? "0".repeat(64) : part)
                        .map(part -> part.startsWith("{") ? "abc" : part)
                        .toList();
    }

    private static Route find(String path) {
        return Route.find(Area.TENANT, List.of(path.split("/"))).orElseThrow().route();
    }
}
