package dev.portico.portal.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From where a request comes, behind a proxy or not. */
@ApplicationScoped
public class ClientAddress {
    /** The header in which the proxy before the portal names the client. */
    @Inject
    @ConfigProperty(name = "portico.client-address-header")
    Optional<String> header;

    /** Whom the request's client stands for; see {@link ClientNetwork}. */
    public String network(HttpServletRequest request) {
        return ClientNetwork.of(address(request));
    }

    /** The wider network to which the client belongs; see {@link ClientNetwork}. */
    public String around(HttpServletRequest request) {
        return ClientNetwork.around(address(request));
    }

    /** Of several addresses the last: that is the one that the proxy itself has seen. */
    private String address(HttpServletRequest request) {
        return header.flatMap(name -> Optional.ofNullable(request.getHeader(name)))
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
                .orElseGet(request::getRemoteAddr);
    }
}
