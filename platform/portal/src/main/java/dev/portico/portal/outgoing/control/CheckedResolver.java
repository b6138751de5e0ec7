package dev.portico.portal.outgoing.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up, and keeps what may be connected to. It is what the connection is made with, so that no second look-up
 * can tell another address than the one that was checked. Addresses as numbers come this way, too.
 */
final class CheckedResolver implements DnsResolver {
    private final boolean allowed;

    /** @param allowed whether the origin may be private */
    CheckedResolver(boolean allowed) {
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = Stream.of(InetAddress.getAllByName(host))
                .filter(address -> AddressKind.of(address).usable(allowed))
                .toArray(InetAddress[]::new);
        if (found.length == 0) {
            throw new NotPublicException(host);
        }
        return found;
    }

    /** Nobody needs it, and looking it up would ask servers that others run. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
