package dev.portico.portal.subscription.boundary;

import dev.portico.portal.client.AttemptLimit;
import dev.portico.portal.client.ClientAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one client may ask for subscriptions on this node. */
@ApplicationScoped
public class Clients {
    @Inject
    @ConfigProperty(name = "portico.subscriptions.most-per-client", defaultValue = "60")
    int most;

    @Inject
    ClientAddress address;

    @SuppressWarnings("NullAway.Init")
    private AttemptLimit limit;

    @PostConstruct
    void open() {
        limit = new AttemptLimit(most, Duration.ofHours(1));
    }

    public boolean mayAsk(HttpServletRequest request) {
        return limit.allows(address.network(request), Instant.now());
    }
}
