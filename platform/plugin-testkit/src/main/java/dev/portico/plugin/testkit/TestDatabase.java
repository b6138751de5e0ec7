package dev.portico.plugin.testkit;

import dev.portico.plugin.host.Migration.Phase;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.schema.SchemaMigrations;
import dev.portico.plugin.host.schema.TenantTables;
import dev.portico.plugin.table.Tables;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A plugin's own tables in a real PostgreSQL that the test has started, an embedded one for example, as the portal would
 * make them and let the plugin's code work with them:
 * {@code var database = TestDatabase.expanded(postgres, plugin)}, then {@code TenantViews.of("acme", plugin).with(database.tables("acme"))}.
 */
public final class TestDatabase {
    /** What a portal's database has, as far as plugins' tables need it. */
    private static final String ROLES = """
            do $$ begin
                if to_regrole('portico_plugin_owner') is null then create role portico_plugin_owner; end if;
                if to_regrole('portico_plugin') is null then create role portico_plugin; end if;
            end $$;
            revoke temporary on database %s from public;
            """;

    private static final String HISTORY = """
            create table if not exists public.plugin_migration (plugin_id text, phase text, version int, name text not null,
                checksum text not null, applied_at timestamptz not null default now(), primary key (plugin_id, phase, version))
            """;

    private final DataSource superuser;
    private final String pluginId;

    private TestDatabase(DataSource superuser, String pluginId) {
        this.superuser = superuser;
        this.pluginId = pluginId;
    }

    /**
     * Runs what the plugin would have run before it is started: on a database without its tables all expansions, on one
     * with those of an earlier version what came since.
     *
     * @param superuser of an own database, of PostgreSQL 15 or later
     * @throws AssertionError that lists why the portal would refuse
     */
    public static TestDatabase expanded(DataSource superuser, PluginPackage plugin) {
        var database = new TestDatabase(superuser, plugin.id());
        database.prepare();
        database.run(plugin, Phase.EXPAND);
        return database;
    }

    /** Runs what the plugin would have run when the version before cannot come back. Fails as {@link #expanded}. */
    public void contract(PluginPackage plugin) {
        run(plugin, Phase.CONTRACT);
    }

    /** For the plugin's code, called for this tenant. */
    public Tables tables(String tenant) {
        return new TenantTables(superuser, pluginId, tenant);
    }

    private void prepare() {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ROLES.formatted(statement.enquoteIdentifier(connection.getCatalog(), true)));
            statement.execute(HISTORY);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database is not at hand", failed);
        }
    }

    private void run(PluginPackage plugin, Phase phase) {
        List<Problem> problems;
        try (var connection = superuser.getConnection()) {
            problems = new SchemaMigrations(connection, plugin.id(), plugin.migrations()).run(phase);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database is not at hand", failed);
        }
        if (!problems.isEmpty()) {
            throw new AssertionError("No portal runs these migrations:\n"
                    + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }
}
