package dev.portico.plugin.host.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Who owns a plugin's schema. It is the database's owner, but while migrations run: then its tables, not the schema, are
 * lent to a role that has nothing else, and stand open to it with all tenants' rows. Nobody else sees that, as it ends in
 * the transaction in which it began; whoever works with these tables waits for its end.
 */
final class SchemaOwnership {
    private static final String MIGRATING = "portico_plugin_owner";
    private static final String WORKING = "portico_plugin";

    private static final String LEND = """
            select format('alter %s %I.%I owner to %I', case c.relkind when 'v' then 'view' when 'c' then 'type' else 'table' end,
                n.nspname, c.relname, role.name)
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace, wanted, role
            where n.nspname = wanted.name and c.relkind in ('r', 'p', 'v', 'c')
            union all
            select format('alter type %I.%I owner to %I', n.nspname, t.typname, role.name)
            from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace, wanted, role
            where n.nspname = wanted.name and t.typtype in ('d', 'e', 'r')
            union all
            select format('alter table %I.%I no force row level security', n.nspname, c.relname)
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace, wanted
            where n.nspname = wanted.name and c.relkind in ('r', 'p')
            """;

    // As in the portal's own schema.
    private static final String WALL = """
            select format(statement, n.nspname, c.relname)
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace, wanted,
                (values (1, 'alter table %I.%I enable row level security, force row level security'),
                    (2, 'drop policy if exists tenant_wall on %I.%I'),
                    (3, 'create policy tenant_wall on %I.%I using (tenant_id = nullif(current_setting(''app.tenant'', true), ''''))'))
                    wall (position, statement)
            where n.nspname = wanted.name and c.relkind in ('r', 'p')
            order by c.relname, position
            """;

    private final Connection owner;
    private final String schema;

    SchemaOwnership(Connection owner, String schema) {
        this.owner = owner;
        this.schema = schema;
    }

    void lend() throws SQLException {
        execute("create schema if not exists " + schema);
        // First: only who may create in the schema can be given a table there.
        execute("grant usage, create on schema " + schema + " to " + MIGRATING);
        executeEach("with wanted (name) as (values (?)), role (name) as (values ('" + MIGRATING + "')) " + LEND);
    }

    /** With the rights of the role that the schema is lent to, which the script cannot lay down. */
    void run(String script) throws SQLException {
        execute("set local role " + MIGRATING);
        execute("drop function if exists " + schema + ".run_migration()");
        // A function that runs as its owner lets nobody change the role, and what it executes cannot end the
        // transaction.
        execute("create function " + schema + ".run_migration() returns void language plpgsql security definer"
                + " set search_path = " + schema + ", pg_temp as $$ begin"
                + " execute pg_catalog.current_setting('portico.migration'); set constraints all immediate; end $$");
        execute("reset role");
        try (var set = owner.prepareStatement("select pg_catalog.set_config('portico.migration', ?, true)")) {
            set.setString(1, script);
            set.execute();
        }
        execute("select " + schema + ".run_migration()");
        // Whatever else it has set must not mislead what is asked next.
        execute("reset all");
        execute("set local search_path = pg_catalog");
        execute("drop function if exists " + schema + ".run_migration()");
    }

    /** Puts the wall before every table; only then may the plugin's code work with it. */
    void takeBack() throws SQLException {
        execute("reassign owned by " + MIGRATING + " to current_user");
        // What it was granted, and what it has set for objects to come.
        execute("drop owned by " + MIGRATING);
        executeEach("with wanted (name) as (values (?)) " + WALL);
        execute("grant usage on schema " + schema + " to " + WORKING);
        execute("grant select, insert, update, delete on all tables in schema " + schema + " to " + WORKING);
    }

    void drop() throws SQLException {
        execute("drop schema if exists " + schema + " cascade");
    }

    private void executeEach(String query) throws SQLException {
        var statements = new ArrayList<String>();
        try (var lookup = owner.prepareStatement(query)) {
            lookup.setString(1, schema);
            try (var rows = lookup.executeQuery()) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
        }
        for (var statement : statements) {
            execute(statement);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
