package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void rootHasNoSegments() {
        assertThat(Address.parse("/")).contains(new Address(List.of(), false));
    }

    @Test
    void segmentsAreTakenApart() {
        assertThat(Address.parse("/harmony/tickets/17"))
                .contains(new Address(List.of("harmony", "tickets", "17"), false));
    }

    @Test
    void aTrailingSlashIsNoted() {
        assertThat(Address.parse("/harmony/")).contains(new Address(List.of("harmony"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "harmony",
                "//",
                "//evil.example/",
                "/harmony//tickets",
                "/harmony/../bmc/tickets",
                "/harmony/./tickets",
                "/harmony/.../tickets",
                "/harmony/%2e%2e/bmc",
                "/harmony%2Ftickets",
                "/harmony%252Ftickets",
                "/harmony%5Ctickets",
                "/harmony\\tickets",
                "/harmony/tickets;jsessionid=1",
                "/harmony;/tickets",
                "/harmony/tickets%00",
                "/harmony/\u0000",
                "/harmony/a b",
                "/harmony/tickets\n",
                "/WEB-INF%2fweb.xml",
                "/harmony/ticketş",
                "/harmony/http://evil.example",
                "*"
            })
    void hostilePathsAreNoAddresses(String path) {
        assertThat(Address.parse(path)).isEmpty();
    }

    @Test
    void endlessPathsAreNoAddresses() {
        assertThat(Address.parse("/" + "a".repeat(1_000))).isEmpty();
        assertThat(Address.parse("/" + "a".repeat(999))).isPresent();
    }
}
