package dev.portico.portal.invitation.boundary;

import dev.portico.portal.client.AttemptLimit;
import dev.portico.portal.client.ClientAddress;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.web.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * Wishes for a new link. What is done about one is done after the answer, and the answer does not know of it: neither what
 * it says nor how long it takes tells what has become of an account.
 */
@ApplicationScoped
public class InvitationRequests {
    private static final Duration SWEEP = Duration.ofHours(1);

    @Inject
    Invitations invitations;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantContext tenants;

    @Inject
    ClientAddress clients;

    private final AttemptLimit ofClient = new AttemptLimit(30, Duration.ofHours(1));
    private final AttemptLimit ofLink = new AttemptLimit(3, Duration.ofDays(1));

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(SWEEP, "Old invitations", tenant -> invitations.sweep());
    }

    public void again(HttpServletRequest request, String token) {
        var now = Instant.now();
        if (ofClient.allows(clients.network(request), now) && ofLink.allows(Tokens.hash(token), now)) {
            rounds.soon(tenants.require().id(), "New invitations", tenant -> invitations.again(token));
        }
    }
}
