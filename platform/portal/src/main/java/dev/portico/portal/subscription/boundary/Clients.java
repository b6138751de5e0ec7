package dev.portico.portal.subscription.boundary;

import dev.portico.portal.subscription.control.AttemptLimit;
import dev.portico.portal.subscription.control.ClientNetwork;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one client may ask for subscriptions on this node. */
@ApplicationScoped
public class Clients {
    @Inject
    @ConfigProperty(name = "portico.subscriptions.most-per-client", defaultValue = "60")
    int most;

    /** The header in which the proxy before the portal names the client. */
    @Inject
    @ConfigProperty(name = "portico.client-address-header")
    Optional<String> header;

    @SuppressWarnings("NullAway.Init")
    private AttemptLimit limit;

    @PostConstruct
    void open() {
        limit = new AttemptLimit(most, Duration.ofHours(1));
    }

    public boolean mayAsk(HttpServletRequest request) {
        return limit.allows(ClientNetwork.of(address(request)), Instant.now());
    }

    /** Of several addresses the last: that is the one that the proxy itself has seen. */
    private String address(HttpServletRequest request) {
        return header.flatMap(name -> Optional.ofNullable(request.getHeader(name)))
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
                .orElseGet(request::getRemoteAddr);
    }
}
