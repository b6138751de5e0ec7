package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurrentRouteTest {
    private static String shown(String path) {
        var route = new CurrentRoute();
        route.browser(path, "a=b");
        return route.pathWithoutTokens();
    }

    @Test
    void no_token_is_in_a_path_for_a_log() {
        var tokens = Stream.of(Route.values())
                .map(Route::template)
                .filter(template -> template.contains("{token}"))
                .toList();
        assertThat(tokens).isNotEmpty();
        for (var prefix : List.of("", "/harmony")) {
            for (var template : tokens) {
                var path = prefix + "/" + template.replace("{id}", "some-id").replace("{number}", "7");
                for (var token : List.of("s3cr3t", "s3cr3t/", "s3cr3t/more", "%733cr3t", "-%0As3cr3t")) {
                    assertThat(shown(path.replace("{token}", token))).isEqualTo(path.replace("{token}", "…"));
                }
            }
        }
    }

    @Test
    void other_paths_are_as_they_are() {
        for (var path : List.of("/", "/harmony/subscriptions/some-id", "/harmony/tickets/7", "/staff/plugins/a/data")) {
            assertThat(shown(path)).isEqualTo(path);
        }
    }
}
