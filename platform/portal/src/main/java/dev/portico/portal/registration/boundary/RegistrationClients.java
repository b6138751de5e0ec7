package dev.portico.portal.registration.boundary;

import dev.portico.portal.client.AttemptLimit;
import dev.portico.portal.client.ClientAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one client may register on this node. */
@ApplicationScoped
public class RegistrationClients {
    @Inject
    @ConfigProperty(name = "portico.registrations.most-per-client", defaultValue = "30")
    int most;

    @Inject
    ClientAddress address;

    @SuppressWarnings("NullAway.Init")
    private AttemptLimit limit;

    @PostConstruct
    void open() {
        limit = new AttemptLimit(most, Duration.ofHours(1));
    }

    boolean mayAsk(HttpServletRequest request) {
        return limit.allows(address.network(request), Instant.now());
    }
}
