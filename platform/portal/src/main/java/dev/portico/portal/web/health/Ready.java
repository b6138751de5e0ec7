package dev.portico.portal.web.health;

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
public class Ready implements HealthCheck {
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/portico")
    DataSource dataSource;

    @Inject
    TenantDirectory directory;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(isReady()).build();
    }

    private boolean isReady() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS) && !directory.all().isEmpty();
        } catch (SQLException | IllegalStateException e) {
            return false;
        }
    }
}
