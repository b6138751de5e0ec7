package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.schema.TenantTables;
import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.table.Tables;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives plugins' code their own tables. */
@ApplicationScoped
public class PluginTables {
    private static final Logger LOG = LoggerFactory.getLogger(PluginTables.class);

    @Resource(lookup = "java:app/jdbc/plugins")
    DataSource database;

    /** Whatever threads the pool starts, it starts now: one that was started amid a plugin's code would keep its classes. */
    @PostConstruct
    void open() {
        try (var connection = database.getConnection()) {
            LOG.debug(
                    "Plugins' tables are reached by {}",
                    connection.getMetaData().getUserName());
        } catch (SQLException away) {
            LOG.warn("Plugins' tables are not reached yet: {}", away.getMessage());
        }
    }

    /** For the plugin's code, called for this tenant. */
    public Tables of(PluginManifest plugin, String tenantId) {
        return plugin.capabilities().contains(Capability.OWN_TABLES)
                ? new TenantTables(database, plugin.id(), tenantId)
                : Tables.NONE;
    }
}
