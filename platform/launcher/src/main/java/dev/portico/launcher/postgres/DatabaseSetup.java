package dev.portico.launcher.postgres;

import dev.portico.launcher.postgres.Roles.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

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
            role(connection, roles.owner());
            role(connection, roles.portal());
            role(connection, roles.keycloak());
            database(connection, PORTAL_DATABASE, roles.owner());
            database(connection, KEYCLOAK_DATABASE, roles.keycloak());
            execute(
                    connection,
                    "grant connect on database " + PORTAL_DATABASE + " to "
                            + roles.portal().name());
        }
        try (var connection = server.connect(PORTAL_DATABASE, roles.superuser())) {
            execute(connection, "create extension if not exists pg_trgm");
            execute(connection, "create extension if not exists btree_gin");
            execute(connection, "create extension if not exists unaccent");
            // Behind row-level security PostgreSQL uses an index for LIKE only if the operator is known to leak
            // nothing.
            execute(connection, "alter function pg_catalog.textlike(text, text) leakproof");
            if (server.countsStatements()) {
                countStatements(connection, roles.owner());
            }
        }
    }

    /** Tests assert how many statements a page takes; they do so as the owner. */
    private static void countStatements(Connection connection, Role reader) throws SQLException {
        execute(connection, "create extension if not exists pg_stat_statements");
        execute(connection, "grant pg_read_all_stats to " + reader.name());
        execute(connection, "grant execute on function pg_stat_statements_reset to " + reader.name());
    }

    private static void role(Connection connection, Role role) throws SQLException {
        if (isAbsent(connection, "select 1 from pg_roles where rolname = ?", role.name())) {
            execute(connection, "create role " + role.name());
        }
        // Passwords are hexadecimal, names are constants: there is nothing to quote.
        execute(
                connection,
                "alter role " + role.name() + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication"
                        + " password '" + role.password() + "'");
    }

    private static void database(Connection connection, String name, Role owner) throws SQLException {
        if (isAbsent(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database " + name + " owner " + owner.name());
            execute(connection, "revoke connect, temporary on database " + name + " from public");
        }
    }

    private static boolean isAbsent(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
