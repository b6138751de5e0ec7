package dev.portico.portal.operation.health;

import dev.portico.portal.tenant.control.TenantDirectory;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The database answers and holds tenants. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/portico")
    DataSource dataSource;

    @Inject
    TenantDirectory directory;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try (var connection = dataSource.getConnection()) {
            var tenants = directory.all().size();
            return answer.withData("tenants", tenants)
                    .status(connection.isValid(PATIENCE_SECONDS) && tenants > 0)
                    .build();
        } catch (SQLException | IllegalStateException e) {
            return answer.down().build();
        }
    }
}
