package dev.portico.portal.tenant.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL in the tenant's transaction, for what JPA has no words for. Each value is a parameter, in the order of the
 * statement: an {@link Instant} is a timestamp, a {@link Duration} a number of milliseconds, a {@link Collection} of texts an
 * array, an empty {@link Optional} null.
 */
@ApplicationScoped
public class TenantStatements {
    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /** What a row is. */
    public interface Row<R> {
        R of(ResultSet row) throws SQLException;
    }

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

    /** @return how many rows it has changed */
    public int update(String sql, @Nullable Object... values) {
        return run(sql, PreparedStatement::executeUpdate, values);
    }

    public <R> List<R> list(String sql, Row<R> row, @Nullable Object... values) {
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

    /** Nothing where there is no row. */
    public <R> Optional<R> first(String sql, Row<R> row, @Nullable Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    private <R> R run(String sql, Work<R> work, @Nullable Object... values) {
        try (var statement = entities.connection().prepareStatement(sql)) {
            for (var index = 0; index < values.length; index++) {
                statement.setObject(index + 1, parameter(statement, values[index]));
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refuses: " + sql, e);
        }
    }

    private static @Nullable Object parameter(PreparedStatement statement, @Nullable Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            return parameter(statement, optional.orElse(null));
        } else if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        } else if (value instanceof Duration duration) {
            return duration.toMillis();
        } else if (value instanceof Collection<?> texts) {
            return statement.getConnection().createArrayOf("text", texts.toArray());
        }
        return value;
    }
}
