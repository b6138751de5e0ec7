package dev.portico.portal.outgoing.entity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Scheme, host and port of an address.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address without brackets
 * @param port never absent
 */
public record Origin(String scheme, String host, int port) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int LAST_PORT = 65_535;

    /** Empty for what is no address of a web server, or names a user. */
    public static Optional<Origin> of(URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || address.getHost() == null || address.getRawUserInfo() != null) {
            return Optional.empty();
        }
        var port = address.getPort() < 0 ? usualPort(scheme) : address.getPort();
        return port < 1 || port > LAST_PORT
                ? Optional.empty()
                : Optional.of(new Origin(scheme, bare(address.getHost().toLowerCase(Locale.ROOT)), port));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public boolean encrypted() {
        return scheme.equals("https");
    }

    /** The same text for the same origin, however it was written. */
    @Override
    public String toString() {
        var shown = host.contains(":") ? "[" + host + "]" : host;
        return scheme + "://" + shown + (usualPort(scheme) == port ? "" : ":" + port);
    }
}
