package dev.portico.portal.operation.health;

import dev.portico.keycloak.RealmDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The login provider is known: it has told about at least one tenant's realm since the portal started. One realm that is missing is
 * that tenant's trouble, and a Keycloak that is down later leaves everybody who is logged in at work.
 */
@Readiness
@ApplicationScoped
public class LoginCheck implements HealthCheck {
    @Inject
    RealmDirectory realms;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("login");
        var known = realms.known();
        known.forEach((realm, isKnown) -> answer.withData(realm, isKnown ? "known" : "unknown"));
        return answer.status(known.containsValue(true)).build();
    }
}
