package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.schema.SchemaName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * All tenants' rows of a plugin's own tables, as they are at one moment: {@code tables/<name>.csv}, and in
 * {@code migrations.csv} what made the tables what they are. In CSV as PostgreSQL writes and reads it, so an empty text is
 * told from no value. Nobody waits for it: it reads tenant by tenant, behind the wall.
 */
final class SchemaExport {
    private static final String TABLES =
            "select c.relname, format(case c.relkind when 'p' then '%I.%I' else 'only %I.%I' end,"
                    + " n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = ? and c.relkind in ('r', 'p') and not c.relispartition order by c.relname";
    private static final String HISTORY = "copy (select phase, version, name, checksum, applied_at"
            + " from public.plugin_migration where plugin_id = '%s' order by applied_at, version)"
            + " to stdout (format csv, header)";

    private final Connection owner;
    private final ZipOutputStream zip;

    private record Table(String name, String sql) {}

    private SchemaExport(Connection owner, ZipOutputStream zip) {
        this.owner = owner;
        this.zip = zip;
    }

    /** @param out is not closed */
    static void write(Connection owner, String pluginId, OutputStream out) throws SQLException, IOException {
        owner.setAutoCommit(false);
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var zip = new ZipOutputStream(out);
        var export = new SchemaExport(owner, zip);
        var schema = SchemaName.of(pluginId);
        for (var table : export.tables(schema)) {
            export.write(table);
        }
        zip.putNextEntry(new ZipEntry("migrations.csv"));
        // An id that is a name of a schema has no quote in it.
        export.copy(HISTORY.formatted(pluginId));
        zip.finish();
        owner.rollback();
    }

    private List<Table> tables(String schema) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var query = owner.prepareStatement(TABLES)) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(new Table(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return tables;
    }

    private void write(Table table) throws SQLException, IOException {
        // Its author may have given it any name.
        zip.putNextEntry(new ZipEntry("tables/" + URLEncoder.encode(table.name(), StandardCharsets.UTF_8) + ".csv"));
        var header = ", header";
        for (var tenant : tenants()) {
            enter(tenant);
            copy("copy (select * from " + table.sql() + ") to stdout (format csv" + header + ")");
            header = "";
        }
    }

    private List<String> tenants() throws SQLException {
        var tenants = new ArrayList<String>();
        try (var query = owner.prepareStatement("select id from public.tenant order by id");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
        }
        return tenants;
    }

    private void enter(String tenant) throws SQLException {
        try (var setting = owner.prepareStatement("select set_config('app.tenant', ?, true)")) {
            setting.setString(1, tenant);
            setting.execute();
        }
    }

    private void copy(String sql) throws SQLException, IOException {
        owner.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, zip);
    }
}
