package dev.portico.portal.outgoing.control;

import java.net.UnknownHostException;

/** The name leads to no address that may be talked to. */
public final class NotPublicException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    public NotPublicException(String host) {
        super(host + " has no public address");
    }
}
