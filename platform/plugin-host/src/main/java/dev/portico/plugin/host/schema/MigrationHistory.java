package dev.portico.plugin.host.schema;

import dev.portico.plugin.host.Migration;
import dev.portico.plugin.host.Migration.Phase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What of a plugin's migrations has run. */
final class MigrationHistory {
    private final Connection owner;
    private final String pluginId;

    /** A migration as it was when it ran. */
    record Applied(String name, String checksum) {}

    MigrationHistory(Connection owner, String pluginId) {
        this.owner = owner;
        this.pluginId = pluginId;
    }

    /** By version. */
    NavigableMap<Integer, Applied> applied(Phase phase) throws SQLException {
        var applied = new TreeMap<Integer, Applied>();
        try (var query = owner.prepareStatement(
                "select version, name, checksum from public.plugin_migration" + " where plugin_id = ? and phase = ?")) {
            query.setString(1, pluginId);
            query.setString(2, spelled(phase));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    applied.put(rows.getInt(1), new Applied(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return applied;
    }

    void add(Migration migration) throws SQLException {
        try (var insert = owner.prepareStatement("insert into public.plugin_migration"
                + " (plugin_id, phase, version, name, checksum) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, pluginId);
            insert.setString(2, spelled(migration.phase()));
            insert.setInt(3, migration.version());
            insert.setString(4, migration.name());
            insert.setString(5, migration.checksum());
            insert.executeUpdate();
        }
    }

    void forget() throws SQLException {
        try (var delete = owner.prepareStatement("delete from public.plugin_migration where plugin_id = ?")) {
            delete.setString(1, pluginId);
            delete.executeUpdate();
        }
    }

    private static String spelled(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
