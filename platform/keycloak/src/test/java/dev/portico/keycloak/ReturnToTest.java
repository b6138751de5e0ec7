package dev.portico.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/harmony/",
                "/harmony/cases?status=open&q=a%20b",
                "/harmony/cases?q=a|b{c}",
                "/harmony/go?to=https://example.com//x",
                "/harmony/a:b@c"
            })
    void localPagesAreKeptAsTheyAre(String page) {
        assertThat(new ReturnTo(page).value()).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "harmony",
                "?q=1",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/harmony\\..\\x",
                "https://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                " //evil.example",
                "/.//evil.example",
                "/%2e//evil.example",
                "/harmony\r\nSet-Cookie: a=b",
                "/harmony\u0085x",
                "/\uff0fevil.example",
                "/harmony#x",
                "/harmony cases"
            })
    void whatCouldLeadElsewhereIsRefused(String page) {
        assertThatThrownBy(() -> new ReturnTo(page)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ReturnTo.orElse(page, "/harmony/").value()).isEqualTo("/harmony/");
    }

    @Test
    void anAbsentOrOverlongPageGivesWayToTheFallback() {
        assertThat(ReturnTo.orElse(null, "/harmony/").value()).isEqualTo("/harmony/");
        assertThat(ReturnTo.orElse("/" + "a".repeat(2000), "/harmony/").value()).isEqualTo("/harmony/");
        assertThat(ReturnTo.orElse("/bmc/", "/harmony/").value()).isEqualTo("/bmc/");
    }
}
