package dev.portico.plugin.host.schema;

import dev.portico.plugin.table.Tables;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** A plugin's own tables, for its code. It has a few connections at a time and no more, so that it takes none of others'. */
public final class SchemaTables {
    private static final int AT_A_TIME = 4;

    private final DataSource database;
    private final String schema;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    /** @param database gives connections of a role that may take on {@code portico_plugin}, outside any transaction */
    public SchemaTables(DataSource database, String pluginId) {
        this.database = database;
        this.schema = SchemaName.of(pluginId);
    }

    /** With the rows of this tenant. */
    public Tables of(String tenantId) {
        return new TenantTables(database, free, schema, tenantId);
    }
}
