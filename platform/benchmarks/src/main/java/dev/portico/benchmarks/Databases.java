package dev.portico.benchmarks;

import dev.portico.launcher.postgres.Roles.Role;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to the portal's database. */
final class Databases {
    private Databases() {}

    /** Not by the DriverManager, which overlooks drivers when Maven runs the benchmark in its own process. */
    static Connection connect(String url, Role role) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return source.getConnection(role.name(), role.password());
    }
}
