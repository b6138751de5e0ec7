package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void rootHasNoSegments() {
        assertThat(Address.parse("/")).contains(new Address(List.of(), false, true));
    }

    @Test
    void segmentsAreTakenApart() {
        assertThat(Address.parse("/harmony/tickets/17"))
                .contains(new Address(List.of("harmony", "tickets", "17"), false, true));
    }

    @Test
    void aTrailingSlashIsNoted() {
        assertThat(Address.parse("/harmony/")).contains(new Address(List.of("harmony"), true, true));
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
                "/harmony\\tickets",
                "/harmony/\u0000",
                "/harmony/a b",
                "/harmony/tickets\n",
                "/harmony/ticketş",
                "/harmony/http://evil.example",
                "*"
            })
    void hostilePathsAreNoAddresses(String path) {
        assertThat(Address.parse(path)).isEmpty();
    }

    /** No route of the portal is looked for, see TenantFilter; what a plugin makes of it is decoded, never forwarded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/harmony/%2e%2e/bmc",
                "/harmony%2Ftickets",
                "/harmony%252Ftickets",
                "/harmony%5Ctickets",
                "/harmony/tickets;jsessionid=1",
                "/harmony;/tickets",
                "/harmony/tickets%00",
                "/harmony/%zz",
                "/WEB-INF%2fweb.xml"
            })
    void whatIsEscapedIsNoAddressOfThePortal(String path) {
        assertThat(Address.parse(path))
                .hasValueSatisfying(address -> assertThat(address.plain()).isFalse());
    }

    @Test
    void endlessPathsAreNoAddresses() {
        assertThat(Address.parse("/" + "a".repeat(1_000))).isEmpty();
        assertThat(Address.parse("/" + "a".repeat(999))).isPresent();
    }
}
