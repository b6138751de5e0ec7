package dev.portico.plugin.host.schema;

import dev.portico.plugin.table.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A plugin's own tables for one tenant. The role of such a transaction has no right to anything but plugins' tables, and
 * names are looked up in this plugin's schema alone.
 *
 * <p>A plugin has no more of them at a time than its generation has threads. The pool is to hold more, and to take back
 * what a thread that hangs would keep for good.
 */
public final class TenantTables implements Tables {
    /** The guard waits no longer for the whole call. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final String BEGIN = "select set_config('app.tenant', ?, true), set_config('search_path', ?, true),"
            + " set_config('statement_timeout', ?, true), set_config('idle_in_transaction_session_timeout', ?, true),"
            + " set_config('role', 'portico_plugin', true)";

    private final DataSource database;
    private final String schema;
    private final String tenantId;

    /** @param database gives connections of a role that may take on {@code portico_plugin}, outside any transaction */
    public TenantTables(DataSource database, String pluginId, String tenantId) {
        this.database = database;
        this.schema = SchemaName.of(pluginId);
        this.tenantId = tenantId;
    }

    @Override
    public <R> R transact(Work<R> work) {
        try (var connection = connect()) {
            return transact(connection, work);
        } catch (SQLException failed) {
            throw TableStatements.refused(failed);
        }
    }

    /** The pool loads the driver, and keeps what loads it, for whoever asks first: that must not be the plugin. */
    private Connection connect() throws SQLException {
        var thread = Thread.currentThread();
        var plugins = thread.getContextClassLoader();
        thread.setContextClassLoader(TenantTables.class.getClassLoader());
        try {
            return database.getConnection();
        } finally {
            thread.setContextClassLoader(plugins);
        }
    }

    private <R> R transact(Connection connection, Work<R> work) throws SQLException {
        var committed = false;
        connection.setAutoCommit(false);
        var statements = new TableStatements(connection, LONGEST);
        try {
            begin(connection);
            var result = work.run(statements);
            statements.end();
            connection.commit();
            committed = true;
            return result;
        } finally {
            statements.close();
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private void begin(Connection connection) throws SQLException {
        var milliseconds = Long.toString(LONGEST.toMillis());
        try (var settings = connection.prepareStatement(BEGIN)) {
            settings.setString(1, tenantId);
            settings.setString(2, schema);
            settings.setString(3, milliseconds);
            settings.setString(4, milliseconds);
            settings.execute();
        }
    }
}
