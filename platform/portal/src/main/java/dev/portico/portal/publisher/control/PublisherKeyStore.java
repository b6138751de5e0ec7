package dev.portico.portal.publisher.control;

import dev.portico.plugin.host.signature.PublisherKey;
import dev.portico.portal.publisher.entity.PinnedKey;
import dev.portico.portal.publisher.entity.PinnedKey.PinnedBy;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The pinned keys in the database. Plain SQL, as the keys are no tenant's content: they can be read without a tenant, and
 * changed in a transaction of the staff's own.
 */
@ApplicationScoped
public class PublisherKeyStore {
    private static final String COLUMNS =
            "sha256, publisher, subject, valid_until, pinned_at, pinned_by_subject, pinned_by";

    @Resource(lookup = "java:app/jdbc/portico")
    DataSource dataSource;

    @Inject
    TenantEntities entities;

    /** By publisher, and the newest key of each first. */
    public List<PinnedKey> all() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select " + COLUMNS
                        + " from publisher_key order by lower(publisher), pinned_at desc, sha256")) {
            return keys(statement);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public Optional<PinnedKey> find(String sha256) {
        return all().stream().filter(key -> key.sha256().equals(sha256)).findFirst();
    }

    /** @return false where it is pinned already */
    public boolean add(PinnedKey key) {
        var sql = "insert into publisher_key (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
        try (var statement = changing().prepareStatement(sql)) {
            statement.setString(1, key.sha256());
            statement.setString(2, key.publisher());
            statement.setString(3, key.key().subject());
            statement.setTimestamp(4, Timestamp.from(key.key().validUntil()));
            statement.setTimestamp(5, Timestamp.from(key.pinnedAt()));
            statement.setString(6, key.pinnedBy().subject());
            statement.setString(7, key.pinnedBy().name());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @return what was removed; empty where it was not pinned */
    public Optional<PinnedKey> remove(String sha256) {
        try (var statement =
                changing().prepareStatement("delete from publisher_key where sha256 = ? returning " + COLUMNS)) {
            statement.setString(1, sha256);
            return keys(statement).stream().findFirst();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** In the transaction of the audit log's entry, which names the tenant to the database. */
    private Connection changing() {
        return entities.manager().unwrap(Connection.class);
    }

    private static List<PinnedKey> keys(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var keys = new ArrayList<PinnedKey>();
            while (rows.next()) {
                keys.add(key(rows));
            }
            return List.copyOf(keys);
        }
    }

    private static PinnedKey key(ResultSet row) throws SQLException {
        return new PinnedKey(
                new PublisherKey(
                        row.getString("sha256"),
                        row.getString("subject"),
                        row.getTimestamp("valid_until").toInstant()),
                row.getString("publisher"),
                row.getTimestamp("pinned_at").toInstant(),
                new PinnedBy(row.getString("pinned_by_subject"), row.getString("pinned_by")));
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("The publishers' keys cannot be reached", cause);
    }
}
