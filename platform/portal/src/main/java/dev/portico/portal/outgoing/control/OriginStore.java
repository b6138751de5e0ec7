package dev.portico.portal.outgoing.control;

import dev.portico.portal.outgoing.entity.AllowedOrigin;
import dev.portico.portal.outgoing.entity.AllowedOrigin.AddedBy;
import dev.portico.portal.outgoing.entity.Origin;
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
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The allowed origins in the database. Plain SQL, as they are no tenant's content: they can be read without a tenant, and
 * changed in a transaction of the staff's own.
 */
@ApplicationScoped
public class OriginStore {
    private static final String COLUMNS = "id, origin, webhooks, added_at, added_by_subject, added_by";

    @Resource(lookup = "java:app/jdbc/portico")
    DataSource dataSource;

    @Inject
    TenantEntities entities;

    public List<AllowedOrigin> all() {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("select " + COLUMNS + " from outgoing_origin order by origin")) {
            return origins(statement);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** As it is at this moment: one that was removed counts no more. */
    public boolean contains(Origin origin) {
        return contains(origin, "");
    }

    /** As {@link #contains}, for webhooks of subscribers. */
    public boolean containsForWebhooks(Origin origin) {
        return contains(origin, " and webhooks");
    }

    private boolean contains(Origin origin, String condition) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("select 1 from outgoing_origin where origin = ?" + condition)) {
            statement.setString(1, origin.toString());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @return false where it is allowed already */
    public boolean add(AllowedOrigin origin) {
        var sql = "insert into outgoing_origin (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?) on conflict do nothing";
        try (var statement = changing().prepareStatement(sql)) {
            statement.setObject(1, origin.id());
            statement.setString(2, origin.origin());
            statement.setBoolean(3, origin.webhooks());
            statement.setTimestamp(4, Timestamp.from(origin.addedAt()));
            statement.setString(5, origin.addedBy().subject());
            statement.setString(6, origin.addedBy().name());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @return what was removed; empty where it was not allowed */
    public Optional<AllowedOrigin> remove(UUID id) {
        try (var statement =
                changing().prepareStatement("delete from outgoing_origin where id = ? returning " + COLUMNS)) {
            statement.setObject(1, id);
            return origins(statement).stream().findFirst();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** In the transaction of the audit log's entry, which names the tenant to the database. */
    private Connection changing() {
        return entities.manager().unwrap(Connection.class);
    }

    private static List<AllowedOrigin> origins(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var origins = new ArrayList<AllowedOrigin>();
            while (rows.next()) {
                origins.add(origin(rows));
            }
            return List.copyOf(origins);
        }
    }

    private static AllowedOrigin origin(ResultSet row) throws SQLException {
        return new AllowedOrigin(
                row.getObject("id", UUID.class),
                row.getString("origin"),
                row.getBoolean("webhooks"),
                row.getTimestamp("added_at").toInstant(),
                new AddedBy(row.getString("added_by_subject"), row.getString("added_by")));
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("The allowed origins cannot be reached", cause);
    }
}
