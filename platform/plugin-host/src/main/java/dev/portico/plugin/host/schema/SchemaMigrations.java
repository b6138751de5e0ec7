package dev.portico.plugin.host.schema;

import dev.portico.plugin.host.Migration;
import dev.portico.plugin.host.Migration.Phase;
import dev.portico.plugin.host.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings the schema of a plugin's own tables to what a release needs: all that is pending runs, or none of it. */
public final class SchemaMigrations {
    /** One at a time in the whole database, as the role that they run as is the same for all plugins. */
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('plugin migrations', 0))";

    private final Connection owner;
    private final String name;
    private final List<Migration> migrations;
    private final MigrationHistory history;
    private final SchemaOwnership schema;

    /**
     * @param owner a connection of the database's owner, of no use afterwards but to be closed
     * @param migrations all that the release has, in their order
     */
    public SchemaMigrations(Connection owner, String pluginId, List<Migration> migrations) {
        this.owner = owner;
        this.name = SchemaName.of(pluginId);
        this.migrations = List.copyOf(migrations);
        this.history = new MigrationHistory(owner, pluginId);
        this.schema = new SchemaOwnership(owner, name);
    }

    /** @return what {@link #run} would run now */
    public List<Migration> pending(Phase phase) throws SQLException {
        return MigrationPlan.of(migrations, phase, history).pending();
    }

    /**
     * @return why nothing was changed; empty if all that was pending has run, or nothing was
     * @throws SQLException for a reason that is not the migrations' own: the database is away, or has no room now
     */
    public List<Problem> run(Phase phase) throws SQLException {
        try {
            owner.setAutoCommit(false);
            var problems = attempt(phase);
            if (problems.isEmpty()) {
                owner.commit();
            } else {
                owner.rollback();
            }
            return problems;
        } catch (SQLException failed) {
            // what was begun ends with the connection
            if (passes(failed)) {
                throw failed;
            }
            return List.of(problem(failed));
        }
    }

    /** Takes the schema away with all that is in it, and what is known of it. */
    public void drop() throws SQLException {
        owner.setAutoCommit(false);
        execute(ONE_AT_A_TIME);
        limitTime();
        schema.drop();
        history.forget();
        owner.commit();
    }

    private List<Problem> attempt(Phase phase) throws SQLException {
        execute(ONE_AT_A_TIME);
        var plan = MigrationPlan.of(migrations, phase, history);
        if (!plan.problems().isEmpty() || plan.pending().isEmpty()) {
            return plan.problems();
        }
        limitTime();
        schema.lend();
        var problems = new ArrayList<Problem>();
        for (var migration : plan.pending()) {
            limitTime();
            run(migration).ifPresent(problems::add);
            if (problems.isEmpty()) {
                problems.addAll(SchemaRules.check(owner, name, migration.name()));
            }
            if (!problems.isEmpty()) {
                return problems;
            }
            history.add(migration);
        }
        schema.takeBack();
        return List.of();
    }

    private Optional<Problem> run(Migration migration) {
        try {
            schema.run(migration.sql());
            return Optional.empty();
        } catch (SQLException failed) {
            return Optional.of(Problem.of("plugin.problem.migration-failed", migration.name(), "value", words(failed)));
        }
    }

    /** Whoever waits for a table keeps everybody waiting who comes later. */
    private void limitTime() throws SQLException {
        execute("set local lock_timeout = '5s'");
        execute("set local statement_timeout = '10min'");
    }

    /** The database was not reached, or refused something that has nothing to do with a plugin. */
    private static Problem problem(SQLException failed) {
        return Problem.of("plugin.problem.database", "", "value", words(failed));
    }

    /** The first line says what is wrong; the others may quote what is stored. */
    private static String words(SQLException failed) {
        return String.valueOf(failed.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: ", "");
    }

    /** By the class of its state: connections, deadlocks, resources, an operator who intervenes, the system. */
    private static boolean passes(SQLException failed) {
        var state = String.valueOf(failed.getSQLState());
        return Stream.of("08", "40", "53", "57P", "58").anyMatch(state::startsWith);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
