package dev.portico.plugin.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row that was read. Columns go by the names that the statement gives them; null is empty. A column that is not there,
 * or has another type than asked for, is an {@link IllegalArgumentException}, a mistake of the plugin.
 */
public final class Row {
    private final Map<String, ?> values;

    /** @param values String, Long, BigDecimal, Boolean, Instant, LocalDate, byte[] or null, by column */
    public Row(Map<String, ?> values) {
        this.values = new HashMap<>(values);
    }

    /** Of any type that is none of the others too, as PostgreSQL writes it: {@code jsonb}, {@code uuid}, enumerations. */
    public Optional<String> text(String column) {
        return value(column, String.class);
    }

    public Optional<Long> number(String column) {
        return value(column, Long.class);
    }

    public Optional<BigDecimal> decimal(String column) {
        return value(column, BigDecimal.class);
    }

    public Optional<Boolean> flag(String column) {
        return value(column, Boolean.class);
    }

    public Optional<Instant> instant(String column) {
        return value(column, Instant.class);
    }

    public Optional<LocalDate> date(String column) {
        return value(column, LocalDate.class);
    }

    public Optional<byte[]> bytes(String column) {
        return value(column, byte[].class);
    }

    private <T> Optional<T> value(String column, Class<T> type) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("There is no column " + column);
        }
        var value = values.get(column);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("Column " + column + " is no " + type.getSimpleName());
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
