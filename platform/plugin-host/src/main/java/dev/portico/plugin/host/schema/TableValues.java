package dev.portico.plugin.host.schema;

import dev.portico.plugin.table.Row;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of rows, between the database and a plugin's code. */
final class TableValues {
    private TableValues() {}

    static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof String) {
            // of the type that the column has
            statement.setObject(index, value, Types.OTHER);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof byte[]) {
            statement.setObject(index, value);
        } else {
            throw new IllegalArgumentException("No value for a column: " + value.getClass());
        }
    }

    static Row row(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var values = new HashMap<String, @Nullable Object>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i), value(rows, i));
        }
        return new Row(values);
    }

    private static @Nullable Object value(ResultSet rows, int column) throws SQLException {
        var columns = rows.getMetaData();
        // The driver has one number for timestamps with and without a time zone; the latter are no point in time.
        if (columns.getColumnTypeName(column).equals("timestamptz")) {
            return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)
                    .orElse(null);
        }
        var value =
                switch (columns.getColumnType(column)) {
                    case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> rows.getLong(column);
                    case Types.NUMERIC, Types.REAL, Types.DOUBLE -> rows.getBigDecimal(column);
                    case Types.BIT, Types.BOOLEAN -> rows.getBoolean(column);
                    case Types.DATE -> rows.getObject(column, LocalDate.class);
                    case Types.BINARY -> rows.getBytes(column);
                    default -> rows.getString(column);
                };
        return rows.wasNull() ? null : value;
    }
}
