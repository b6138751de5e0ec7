package dev.portico.portal.operation.health;

import dev.portico.portal.stop.WorkInProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The portal is not about to stop. */
@Readiness
@ApplicationScoped
public class ServingCheck implements HealthCheck {
    @Inject
    WorkInProgress work;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("serving").status(!work.ending()).build();
    }
}
