package dev.portico.portal.people.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** A statement that grows by its conditions; each value is a parameter. */
final class ListStatement {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    ListStatement(String sql, Object... values) {
        this.sql = new StringBuilder(sql);
        this.values.addAll(List.of(values));
    }

    ListStatement add(String more, Object... moreValues) {
        sql.append(more);
        values.addAll(List.of(moreValues));
        return this;
    }

    /** How many rows it finds, up to {@code most}. */
    ListStatement counted(int most) {
        return new ListStatement("select count(*) from (" + sql + " limit " + most + ") as found", values.toArray());
    }

    /** What a row is. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> list(Connection connection, Row<T> reading) {
        try (var statement = connection.prepareStatement(sql.toString())) {
            // Planned for these very values: a rare word is looked up, a frequent one met soon enough along the list.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            for (var i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The list cannot be read", e);
        }
    }
}
