package dev.portico.portal.outgoing.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://Status.INTERNAL/a?b, https://status.internal",
        "https://status.internal:443, https://status.internal",
        "http://status.internal:443/, http://status.internal:443",
        "http://127.0.0.1:8080/x, http://127.0.0.1:8080",
        "http://[::1]:8080/x, http://[::1]:8080",
        "https://status.internal.:8443, https://status.internal.:8443"
    })
    void theSameOriginHasTheSameText(String address, String text) {
        assertThat(Origin.of(URI.create(address)).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/",
                "file:///etc/passwd",
                "//host/",
                "host",
                "mailto:a@b",
                "https:///x",
                "https://a@host/",
                "https://public.example@127.0.0.1/",
                "http://host:0/",
                "http://host:65536/",
                "jar:https://host/a!/b"
            })
    void whatIsNoAddressOfAWebServerHasNone(String address) {
        assertThat(Origin.of(URI.create(address))).isEmpty();
    }
}
