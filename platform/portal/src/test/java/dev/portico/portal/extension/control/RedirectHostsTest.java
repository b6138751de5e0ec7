package dev.portico.portal.extension.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
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
                "https://community_example.com/"
            })
    void allOthersAreNot(String to) {
        assertThat(hosts.allowed(URI.create(to))).isEmpty();
    }
}
