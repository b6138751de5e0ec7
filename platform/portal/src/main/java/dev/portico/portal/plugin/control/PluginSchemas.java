package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.Migration;
import dev.portico.plugin.host.Migration.Phase;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.schema.SchemaMigrations;
import dev.portico.portal.database.OwnerConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;

/**
 * The schemas of plugins' own tables. For whoever installs and removes plugins, outside of any request and transaction;
 * of the same plugin one at a time.
 */
@ApplicationScoped
public class PluginSchemas {
    @SuppressWarnings("NullAway.Init")
    private OwnerConnections owner;

    /** For the container's proxy. */
    protected PluginSchemas() {}

    @Inject
    public PluginSchemas(OwnerConnections owner) {
        this.owner = owner;
    }

    /**
     * To be called before the release takes the place of another, or comes back after a later one.
     *
     * @return why nothing was changed, and the release cannot run on what is there; empty if it can
     * @throws IllegalStateException where the database is away or has no room now
     */
    public List<Problem> expand(PluginPackage content) {
        return run(content, Phase.EXPAND);
    }

    /** To be called when the version before is not to come back: from here on it cannot. Results as {@link #expand}. */
    public List<Problem> contract(PluginPackage content) {
        return run(content, Phase.CONTRACT);
    }

    private List<Problem> run(PluginPackage content, Phase phase) {
        try (var connection = owner.open()) {
            return new SchemaMigrations(connection, content.id(), content.migrations()).run(phase);
        } catch (SQLException passing) {
            throw new IllegalStateException("The tables of " + content.id() + " cannot be reached now", passing);
        }
    }

    /** Names of the migrations that {@link #expand} would run. */
    public List<String> pending(PluginPackage content) {
        try (var connection = owner.open()) {
            var migrations = new SchemaMigrations(connection, content.id(), content.migrations());
            return migrations.pending(Phase.EXPAND).stream()
                    .map(Migration::name)
                    .toList();
        } catch (SQLException away) {
            throw new IllegalStateException("What has run of " + content.id() + " cannot be read", away);
        }
    }

    /**
     * Writes all tenants' rows as they are at one moment: a ZIP with {@code tables/<name>.csv} for each table, and
     * {@code migrations.csv} of what has made them.
     *
     * @param zip is not closed
     */
    public void export(String pluginId, OutputStream zip) throws IOException {
        try (var connection = owner.open()) {
            SchemaExport.write(connection, pluginId, zip);
        } catch (SQLException failed) {
            throw new IOException("The tables of " + pluginId + " cannot be read", failed);
        }
    }

    /** Removes all tenants' rows, the tables, and what is known of them: an install after this begins anew. */
    public void drop(String pluginId) {
        try (var connection = owner.open()) {
            new SchemaMigrations(connection, pluginId, List.of()).drop();
        } catch (SQLException failed) {
            throw new IllegalStateException("The tables of " + pluginId + " cannot be removed", failed);
        }
    }
}
