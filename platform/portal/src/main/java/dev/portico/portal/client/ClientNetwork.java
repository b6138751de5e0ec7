package dev.portico.portal.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whom an address stands for: with IPv6 everybody has a whole network, so all of a /64 are one. */
public final class ClientNetwork {
    /** Anything else could be a name, which nobody is to be asked for. */
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Of what stands for a client, the part that stands for its neighbours as well. */
    private static final Pattern AROUND =
            Pattern.compile("^(?:([0-9a-f]{12})[0-9a-f]{4}|([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})\\.[0-9]{1,3})$");

    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /** @param address as a server or proxy writes it; what is no address stands for itself */
    public static String of(String address) {
        var bare = address.replaceFirst("%.*", "");
        return NUMBER.matcher(bare).matches() ? network(bare) : address;
    }

    /** The network around that one, as a customer of a provider may have it: a /48, with the former addresses a /24. */
    public static String around(String address) {
        return AROUND.matcher(of(address)).replaceFirst("$1$2");
    }

    private static String network(String number) {
        try {
            var parsed = InetAddress.getByName("[" + number + "]");
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
                    : parsed.getHostAddress();
        } catch (UnknownHostException none) {
            return number;
        }
    }
}
