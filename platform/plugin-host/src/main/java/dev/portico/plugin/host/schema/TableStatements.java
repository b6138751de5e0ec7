package dev.portico.plugin.host.schema;

import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.Statements;
import dev.portico.plugin.table.TableException;
import dev.portico.plugin.table.TableException.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements of one transaction of a plugin's code; refuses all of them when it is over or takes too long. */
final class TableStatements implements Statements {
    /** What changes neither the role nor the transaction. The driver would take a semicolon for the end of a statement. */
    private static final Pattern ONE_OF_ROWS =
            Pattern.compile("\\s*(select|insert|update|delete|merge|with|values)\\b[^;]*", Pattern.CASE_INSENSITIVE);

    /** Connection, idle for too long, resources, intervention (a timeout is one), system. */
    private static final List<String> AWAY = List.of("08", "25P03", "53", "57", "58");

    private final Connection connection;
    private final long end;
    private volatile boolean closed;

    TableStatements(Connection connection, Duration longest) {
        this.connection = connection;
        this.end = System.nanoTime() + longest.toNanos();
    }

    @Override
    public List<Row> query(String sql, @Nullable Object... values) {
        try (var statement = prepare(sql, values);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<Row>();
            while (rows.next()) {
                if (found.size() == MOST_ROWS) {
                    throw new TableException(Kind.MISTAKE, "more than " + MOST_ROWS + " rows");
                }
                found.add(TableValues.row(rows));
            }
            return found;
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    @Override
    public int update(String sql, @Nullable Object... values) {
        try (var statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        end();
        if (!ONE_OF_ROWS.matcher(sql).matches()) {
            throw new TableException(Kind.MISTAKE, "one statement at a time that reads or changes rows");
        }
        var statement = connection.prepareStatement(sql);
        // No more than are wanted come over the line.
        statement.setMaxRows(MOST_ROWS + 1);
        for (int i = 0; i < values.length; i++) {
            TableValues.set(statement, i + 1, values[i]);
        }
        return statement;
    }

    /** @throws TableException if it is too late to do anything, or to keep what was done */
    void end() {
        if (closed || Thread.currentThread().isInterrupted() || System.nanoTime() - end > 0) {
            throw givenUp();
        }
    }

    void close() {
        closed = true;
    }

    static TableException givenUp() {
        return new TableException(Kind.UNAVAILABLE, "the transaction is over, or the call it belongs to was given up");
    }

    /** With the words of the database but not its own classes, which a plugin does not know. */
    static TableException refused(SQLException failed) {
        var state = Optional.ofNullable(failed.getSQLState()).orElse("");
        var message = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        return new TableException(kind(state), message);
    }

    /** By classes of SQL states: an empty one is the pool's. */
    private static Kind kind(String state) {
        if (state.startsWith("23") || state.startsWith("40")) {
            return Kind.CONFLICT;
        }
        return state.isEmpty() || AWAY.stream().anyMatch(state::startsWith) ? Kind.UNAVAILABLE : Kind.MISTAKE;
    }
}
