package dev.portico.portal.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1,2001:db8:1:2:ffff::9",
        "2001:DB8:1:2::1,2001:0db8:0001:0002:0:0:0:8",
        "fe80::1%eth0,fe80::2",
        "::ffff:192.0.2.1,192.0.2.1"
    })
    void addressesOfOneNetworkAreOneClient(String one, String other) {
        assertThat(ClientNetwork.of(one)).isEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1,2001:db8:1:3::1", "192.0.2.1,192.0.2.2"})
    void othersAreOthers(String one, String other) {
        assertThat(ClientNetwork.of(one)).isNotEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1,2001:db8:1:ffff::1,true",
        "2001:db8:1:2::1,2001:db8:2:2::1,false",
        "192.0.2.1,192.0.2.254,true",
        "192.0.2.1,192.0.3.1,false",
        "beef.example,192.0.2.1,false"
    })
    void neighboursShareTheNetworkAround(String one, String other, boolean share) {
        assertThat(ClientNetwork.around(one).equals(ClientNetwork.around(other)))
                .isEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "192.0.2.1", "1:2", "::::", "beef.example"})
    void whatIsNoAddressOfIpv6StandsForItself(String text) {
        assertThat(ClientNetwork.of(text)).isEqualTo(text);
    }
}
