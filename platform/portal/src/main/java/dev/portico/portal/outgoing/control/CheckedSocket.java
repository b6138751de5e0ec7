package dev.portico.portal.outgoing.control;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Connects to public addresses alone, for what is not HTTP. What is checked is the address that it connects to, so that no
 * second look-up can tell another.
 */
public final class CheckedSocket extends Socket {
    private final boolean allowed;

    /** @param allowed whether the address may be private, since the installation has named the host */
    public CheckedSocket(boolean allowed) {
        this.allowed = allowed;
    }

    /** @throws NotPublicException where the address is not to be talked to */
    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        if (endpoint instanceof InetSocketAddress to
                && !to.isUnresolved()
                && !AddressKind.of(to.getAddress()).usable(allowed)) {
            throw new NotPublicException(to.getHostString());
        }
        super.connect(endpoint, timeoutMillis);
    }
}
