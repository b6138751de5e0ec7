package dev.portico.plugin.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements in one transaction. Each is one {@code select}, {@code insert}, {@code update}, {@code delete} or
 * {@code merge}, without a semicolon; names without a schema are those of the plugin's. Values go in as parameters, one
 * for each {@code ?}: text, whole and decimal numbers, booleans, {@link java.time.Instant}, {@link java.time.LocalDate},
 * bytes or null. Text is taken for any other type that the column may have.
 *
 * <p>The tenant's own id is {@code current_setting('app.tenant')}.
 */
public interface Statements {
    /** More rows than this are an error and not cut off: ask for a page of them. */
    int MOST_ROWS = 10_000;

    /** @throws TableException if the database refuses, or the work has been given up */
    List<Row> query(String sql, @Nullable Object... values);

    /**
     * @return how many rows were made, changed or deleted
     * @throws TableException if the database refuses, or the work has been given up
     */
    int update(String sql, @Nullable Object... values);
}
