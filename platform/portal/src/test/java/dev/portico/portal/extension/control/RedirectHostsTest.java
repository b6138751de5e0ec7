package dev.portico.portal.extension.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectHostsTest {
    private final RedirectHosts hosts = new RedirectHosts(Set.of("community.example.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://community.example.com",
                "https://community.example.com/a/b?q=1#c",
                "HTTPS://COMMUNITY.EXAMPLE.COM/",
                "https://community.example.com:443/"
            })
    void allowedHostsAreAllowed(String to) {
        assertThat(hosts.allowed(URI.create(to))).contains(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://community.example.com/",
                "//community.example.com/",
                "/relative",
                "javascript:alert(1)",
                "data:text/html,x",
                "https:community.example.com",
                "https:///community.example.com",
                "https://evil.example/",
                "https://community.example.com.evil.example/",
                "https://evil.community.example.com/",
                "https://community.example.com./",
                "https://community.example.com@evil.example/",
                "https://user@community.example.com/",
                "https://user:secret@community.example.com/",
                "https://community.example.com:8443/",
                "https://[::1]/",
                "https://127.0.0.1/",
                "https://community_example.com/",
                "https://community.example.com:@evil.example/",
                "https://community.example.com%2eevil.example/",
                "https://community.example.com%00.evil.example/",
                "https://\u0441ommunity.example.com/",
                "https://community.example\u3002com/",
                "https://community.example.c\uff4fm/",
                "https://xn--ommunity-b2e.example.com/"
            })
    void allOthersAreNot(String to) {
        assertThat(hosts.allowed(URI.create(to))).isEmpty();
    }

    @Test
    void namesAreThoseOfTheSettingInAsciiAndInSmallLetters() {
        var entered = Map.of(
                "en",
                List.of(" Community.Example.COM ", "a b", "*.example.com"),
                "es",
                List.of("foro.español.example"));
        var settings = new Settings(Map.of("hosts", entered));

        var names = RedirectHosts.of(manifest(Optional.of("hosts")), settings).names();

        assertThat(names).containsExactlyInAnyOrder("community.example.com", "foro.xn--espaol-zwa.example");
        assertThat(RedirectHosts.of(manifest(Optional.empty()), settings).names())
                .isEmpty();
    }

    private static PluginManifest manifest(Optional<String> redirectHosts) {
        return new PluginManifest(
                "door",
                "1.0.0",
                "[1.0,2.0)",
                "name",
                "description",
                "provider",
                "license",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                redirectHosts);
    }
}
