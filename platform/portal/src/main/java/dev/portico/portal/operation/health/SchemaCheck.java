package dev.portico.portal.operation.health;

import dev.portico.portal.database.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The schema is the one that this portal was written for, or a later one. */
@Readiness
@ApplicationScoped
public class SchemaCheck implements HealthCheck {
    @Inject
    Schema schema;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("schema").status(schema.version().isPresent());
        schema.version().ifPresent(version -> answer.withData("version", version));
        return answer.build();
    }
}
