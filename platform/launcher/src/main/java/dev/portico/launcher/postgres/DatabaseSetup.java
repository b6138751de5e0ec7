package dev.portico.launcher.postgres;

import dev.portico.launcher.postgres.Roles.Role;
import java.sql.Connection;
import java.sql.SQLException;

/** Roles, databases and extensions that only a superuser can make. Running it again changes nothing. */
final class DatabaseSetup {
    static final String PORTAL_DATABASE = "portico";
    static final String KEYCLOAK_DATABASE = "keycloak";

    private final PostgresServer server;

    DatabaseSetup(PostgresServer server) {
        this.server = server;
    }

    void run() throws SQLException {
        var roles = server.roles();
        try (var connection = server.connect("postgres", roles.superuser())) {
            SqlScript.resource("cluster.sql").with(roles.passwords()).run(connection);
        }
        try (var connection = server.connect(PORTAL_DATABASE, roles.superuser())) {
            SqlScript.resource("portal.sql").run(connection);
            if (server.countsStatements()) {
                countStatements(connection, roles.owner());
            }
        }
    }

    /** Tests assert how many statements a page takes; they do so as the owner. */
    private static void countStatements(Connection connection, Role reader) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("grant pg_read_all_stats to " + reader.name());
            statement.execute("grant execute on function pg_stat_statements_reset to " + reader.name());
        }
    }
}
