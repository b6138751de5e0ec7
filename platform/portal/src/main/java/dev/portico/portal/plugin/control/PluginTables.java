package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.schema.SchemaName;
import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.table.Tables;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives plugins' code their own tables, a few connections each, so that none takes those of the others. */
@ApplicationScoped
public class PluginTables {
    private static final Logger LOG = LoggerFactory.getLogger(PluginTables.class);
    private static final int AT_A_TIME = 4;

    @Resource(lookup = "java:app/jdbc/plugins")
    DataSource database;

    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

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
        if (!plugin.capabilities().contains(Capability.OWN_TABLES)) {
            return Tables.NONE;
        }
        var free = places.computeIfAbsent(plugin.id(), id -> new Semaphore(AT_A_TIME));
        return new TenantTables(database, free, SchemaName.of(plugin.id()), tenantId);
    }
}
