package dev.portico.portal.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** How the pool's connections are used, as the database sees it: the container tells only those who have all monitoring on. */
@ApplicationScoped
public class ConnectionCount {
    private static final Logger LOG = System.getLogger(ConnectionCount.class.getName());

    // Connections of another node come from another address; of itself the question is not asked.
    private static final String SELECT =
            "select state, count(*) from pg_stat_activity where datname = current_database()"
                    + " and usename = current_user and client_addr is not distinct from inet_client_addr()"
                    + " and pid <> pg_backend_pid() and state is not null group by state";

    @Resource(lookup = "java:app/jdbc/portico")
    DataSource dataSource;

    /** By state, such as {@code active} and {@code idle}, without the one that asks; empty while the database is away. */
    public Map<String, Integer> byState() {
        var counts = new TreeMap<String, Integer>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "Connections cannot be counted", e);
        }
        return counts;
    }
}
