package dev.portico.testclient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The statements that the portal's role ran, as PostgreSQL counted them. */
public final class Statements {
    private static final String CALLS = "select query, sum(calls)::bigint from pg_stat_statements"
            + " where userid = 'portico'::regrole and toplevel group by query";

    private final Supplier<Connection> owner;

    /** @param owner connects as the owner of the portal's schema, who may read the counts */
    public Statements(Supplier<Connection> owner) {
        this.owner = owner;
    }

    /**
     * The statements that {@code work} takes, with how often each runs.
     *
     * @param times so often that what the background does meanwhile falls out of the division
     */
    public Map<String, Long> of(Runnable work, int times) throws SQLException {
        work.run();
        work.run();
        reset();
        for (var i = 0; i < times; i++) {
            work.run();
        }
        var perRun = new LinkedHashMap<String, Long>();
        var calls = calls();
        var rounds = calls.entrySet().stream()
                .filter(entry -> isWorkers(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        calls.forEach((query, count) -> {
            // Each look into the outbox begins with naming the tenant.
            var own = query.contains("set_config") ? count - rounds : count;
            if (own / times > 0 && !isWorkers(query) && !isFrame(query)) {
                perRun.put(query, own / times);
            }
        });
        return perRun;
    }

    private static boolean isWorkers(String query) {
        return query.contains("skip locked");
    }

    private static boolean isFrame(String query) {
        var word = query.strip().toUpperCase(Locale.ROOT).split("\\W", 2)[0];
        return word.equals("BEGIN")
                || word.equals("COMMIT")
                || word.equals("ROLLBACK")
                || word.equals("SET")
                || word.equals("SHOW");
    }

    public void reset() throws SQLException {
        try (var connection = owner.get();
                var work = connection.createStatement()) {
            work.execute("select pg_stat_statements_reset()");
        }
    }

    public Map<String, Long> calls() throws SQLException {
        try (var connection = owner.get();
                var work = connection.createStatement();
                var rows = work.executeQuery(CALLS)) {
            var calls = new LinkedHashMap<String, Long>();
            while (rows.next()) {
                calls.put(rows.getString(1), rows.getLong(2));
            }
            return calls;
        }
    }
}
