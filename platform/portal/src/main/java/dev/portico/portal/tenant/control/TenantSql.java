package dev.portico.portal.tenant.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain SQL in the current tenant's transaction, for what the persistence unit cannot say. Row-level security holds here too. */
@ApplicationScoped
public class TenantSql {
    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /** Makes a value of the row that the result stands at. */
    @FunctionalInterface
    public interface Row<R> {
        R of(ResultSet rows) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<R> {
        R with(PreparedStatement statement) throws SQLException;
    }

    /** What stands for the tenant among the values. */
    public String tenant() {
        return tenants.require().id();
    }

    /** As {@link TenantEntities#lock}. */
    public void lock(String name) {
        entities.lock(name);
    }

    /** @return how many rows were changed */
    public int update(String sql, @Nullable Object... values) {
        return run(sql, PreparedStatement::executeUpdate, values);
    }

    public <R> List<R> query(String sql, Row<R> row, @Nullable Object... values) {
        return run(
                sql,
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        var all = new ArrayList<R>();
                        while (rows.next()) {
                            all.add(row.of(rows));
                        }
                        return List.copyOf(all);
                    }
                },
                values);
    }

    private <R> R run(String sql, Work<R> work, @Nullable Object... values) {
        try (var statement = entities.connection().prepareStatement(sql)) {
            for (var index = 0; index < values.length; index++) {
                var value = values[index];
                statement.setObject(index + 1, value instanceof Instant instant ? Timestamp.from(instant) : value);
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Not to be done: " + sql, e);
        }
    }
}
