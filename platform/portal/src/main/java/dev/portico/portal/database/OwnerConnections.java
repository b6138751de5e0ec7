package dev.portico.portal.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections of the role that owns the database, for what changes the shape of it: rare, never in a request, and each to
 * be closed.
 */
@ApplicationScoped
public class OwnerConnections {
    private final PGSimpleDataSource database = new PGSimpleDataSource();

    /** For the container's proxy. */
    protected OwnerConnections() {}

    @Inject
    public OwnerConnections(
            @ConfigProperty(name = "portico.db.url") String url,
            @ConfigProperty(name = "portico.db.owner.user") String user,
            @ConfigProperty(name = "portico.db.owner.password") String password) {
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setApplicationName("portico owner");
        // What it says of a refused row would quote the row.
        database.setLogServerErrorDetail(false);
    }

    public Connection open() throws SQLException {
        return database.getConnection();
    }
}
