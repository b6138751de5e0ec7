package dev.portico.portal.outgoing.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** What an IP address may be used for, by the registries of addresses for special purposes of IANA. */
enum AddressKind {
    /** Of the internet, for everybody. */
    PUBLIC,
    /** Of this machine or of networks near it. */
    PRIVATE,
    /** No server of anybody: several at once, none, examples, wrapped in another protocol, or the host's own services. */
    UNUSABLE;

    /** The first that matches counts. */
    private static final List<Range> RANGES = List.of(
            new Range("0.0.0.0/8", UNUSABLE),
            new Range("10.0.0.0/8", PRIVATE),
            new Range("100.64.0.0/10", PRIVATE),
            new Range("127.0.0.0/8", PRIVATE),
            // Where clouds hand out a machine's credentials.
            new Range("169.254.0.0/16", UNUSABLE),
            new Range("168.63.129.16/32", UNUSABLE),
            new Range("172.16.0.0/12", PRIVATE),
            new Range("192.0.0.0/24", UNUSABLE),
            new Range("192.0.2.0/24", UNUSABLE),
            new Range("192.88.99.0/24", UNUSABLE),
            new Range("192.168.0.0/16", PRIVATE),
            new Range("198.18.0.0/15", UNUSABLE),
            new Range("198.51.100.0/24", UNUSABLE),
            new Range("203.0.113.0/24", UNUSABLE),
            new Range("224.0.0.0/3", UNUSABLE),
            new Range("0.0.0.0/0", PUBLIC),
            new Range("::1/128", PRIVATE),
            new Range("fc00::/7", PRIVATE),
            new Range("2001::/23", UNUSABLE),
            new Range("2001:db8::/32", UNUSABLE),
            new Range("2002::/16", UNUSABLE),
            new Range("3ffe::/16", UNUSABLE),
            new Range("3fff::/20", UNUSABLE),
            new Range("2000::/3", PUBLIC),
            // Mapped, compatible, translated, link-local, multicast, and whatever is not given out yet.
            new Range("::/0", UNUSABLE));

    private record Range(byte[] prefix, int bits, AddressKind kind) {
        Range(String cidr, AddressKind kind) {
            this(
                    literal(cidr.substring(0, cidr.indexOf('/'))),
                    Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1)),
                    kind);
        }

        private static byte[] literal(String address) {
            try {
                return InetAddress.getByName(address).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(address, e);
            }
        }

        boolean contains(byte[] address) {
            return address.length == prefix.length && Arrays.equals(cut(address), cut(prefix));
        }

        private byte[] cut(byte[] address) {
            var cut = address.clone();
            for (var bit = bits; bit < cut.length * Byte.SIZE; bit++) {
                cut[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
            }
            return cut;
        }
    }

    /** @param allowed whether an administrator of the platform has named the host */
    boolean usable(boolean allowed) {
        return this == PUBLIC || allowed && this == PRIVATE;
    }

    static AddressKind of(InetAddress address) {
        var bytes = address.getAddress();
        return RANGES.stream()
                .filter(range -> range.contains(bytes))
                .findFirst()
                .map(Range::kind)
                .orElse(UNUSABLE);
    }
}
