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

/** How often one client may register on this node, and all those around it, lest they use up what a whole tenant may. */
@ApplicationScoped
public class RegistrationClients {
    private static final int AROUND = 3;

    @Inject
    @ConfigProperty(name = "portico.registrations.most-per-client", defaultValue = "30")
    int most;

    @Inject
    ClientAddress address;

    @SuppressWarnings("NullAway.Init")
    private AttemptLimit limit;

    @SuppressWarnings("NullAway.Init")
    private AttemptLimit limitAround;

    @PostConstruct
    void open() {
        limit = new AttemptLimit(most, Duration.ofHours(1));
        limitAround = new AttemptLimit(AROUND * most, Duration.ofHours(1));
    }

    boolean mayAsk(HttpServletRequest request) {
        var now = Instant.now();
        return limit.allows(address.network(request), now) && limitAround.allows(address.around(request), now);
    }
}
