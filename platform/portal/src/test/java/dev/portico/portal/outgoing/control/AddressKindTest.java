package dev.portico.portal.outgoing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {
    /** The first and the last address of each range, and their neighbours. */
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, UNUSABLE",
        "0.255.255.255, UNUSABLE",
        "1.0.0.0, PUBLIC",
        "9.255.255.255, PUBLIC",
        "10.0.0.0, PRIVATE",
        "10.255.255.255, PRIVATE",
        "11.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, PRIVATE",
        "100.127.255.255, PRIVATE",
        "100.128.0.0, PUBLIC",
        "126.255.255.255, PUBLIC",
        "127.0.0.1, PRIVATE",
        "127.255.255.255, PRIVATE",
        "128.0.0.0, PUBLIC",
        "168.63.129.15, PUBLIC",
        "168.63.129.16, UNUSABLE",
        "168.63.129.17, PUBLIC",
        "169.253.255.255, PUBLIC",
        "169.254.169.254, UNUSABLE",
        "169.255.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "192.0.0.170, UNUSABLE",
        "192.0.1.0, PUBLIC",
        "192.0.2.1, UNUSABLE",
        "192.0.3.0, PUBLIC",
        "192.88.99.1, UNUSABLE",
        "192.167.255.255, PUBLIC",
        "192.168.0.0, PRIVATE",
        "192.168.255.255, PRIVATE",
        "192.169.0.0, PUBLIC",
        "198.17.255.255, PUBLIC",
        "198.18.0.0, UNUSABLE",
        "198.19.255.255, UNUSABLE",
        "198.20.0.0, PUBLIC",
        "198.51.100.7, UNUSABLE",
        "203.0.113.7, UNUSABLE",
        "203.0.114.0, PUBLIC",
        "223.255.255.255, PUBLIC",
        "224.0.0.1, UNUSABLE",
        "239.255.255.255, UNUSABLE",
        "240.0.0.1, UNUSABLE",
        "255.255.255.255, UNUSABLE",
        "'::', UNUSABLE",
        "'::1', PRIVATE",
        "'::2', UNUSABLE",
        "'::7f00:1', UNUSABLE",
        "'64:ff9b::808:808', UNUSABLE",
        "'64:ff9b:1::1', UNUSABLE",
        "'100::1', UNUSABLE",
        "'1fff:ffff::1', UNUSABLE",
        "'2000::1', PUBLIC",
        "'2001::1', UNUSABLE",
        "'2001:1ff:ffff::1', UNUSABLE",
        "'2001:200::1', PUBLIC",
        "'2001:db8::1', UNUSABLE",
        "'2001:db9::1', PUBLIC",
        "'2002:7f00:1::', UNUSABLE",
        "'2003::1', PUBLIC",
        "'2606:4700:4700::1111', PUBLIC",
        "'3ffe::1', UNUSABLE",
        "'3fff::1', UNUSABLE",
        "'3fff:1000::1', PUBLIC",
        "'4000::1', UNUSABLE",
        "'5f00::1', UNUSABLE",
        "'fbff::1', UNUSABLE",
        "'fc00::1', PRIVATE",
        "'fd00:ec2::254', PRIVATE",
        "'fdff:ffff::1', PRIVATE",
        "'fe00::1', UNUSABLE",
        "'fe80::1', UNUSABLE",
        "'fec0::1', UNUSABLE",
        "'ff02::1', UNUSABLE"
    })
    void everyRangeBeginsAndEndsWhereItShould(String address, AddressKind kind) throws UnknownHostException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    @Property
    void anIpv4AddressWithinOneOfIpv6IsNeverPublic(@ForAll @Size(4) byte[] inner) throws UnknownHostException {
        var mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(inner, 0, mapped, 12, 4);
        assertThat(AddressKind.of(Inet6Address.getByAddress("mapped", mapped, 0)))
                .isEqualTo(AddressKind.UNUSABLE);
        // Java takes a mapped address for the one within, and so does the connection.
        assertThat(AddressKind.of(InetAddress.getByAddress(mapped)))
                .isEqualTo(AddressKind.of(InetAddress.getByAddress(inner)));
    }

    @Property
    void whatTheJdkKnowsToBeSpecialIsNotPublic(@ForAll("addresses") byte[] bytes) throws UnknownHostException {
        var address = InetAddress.getByAddress(bytes);
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            assertThat(AddressKind.of(address)).isNotEqualTo(AddressKind.PUBLIC);
        }
    }

    @Provide
    Arbitrary<byte[]> addresses() {
        var bytes = Arbitraries.bytes();
        var first = Arbitraries.of(
                (byte) 10, (byte) 127, (byte) 169, (byte) 172, (byte) 192, (byte) 224, (byte) 0xfe, (byte) 0);
        return Arbitraries.of(4, 16)
                .flatMap(size -> first.flatMap(
                        begin -> bytes.array(byte[].class).ofSize(size).map(made -> {
                            made[0] = begin;
                            return made;
                        })));
    }
}
