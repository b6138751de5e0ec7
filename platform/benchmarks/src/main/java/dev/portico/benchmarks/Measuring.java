package dev.portico.benchmarks;

import dev.portico.benchmarks.load.Latencies;
import dev.portico.benchmarks.load.Load;
import dev.portico.benchmarks.load.Scenario;
import dev.portico.benchmarks.load.Visit;
import dev.portico.benchmarks.machine.Meter;
import dev.portico.benchmarks.machine.Usage;
import dev.portico.benchmarks.report.Figure;
import dev.portico.launcher.Stack;
import dev.portico.launcher.process.Waiting;
import dev.portico.testclient.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Turns scenarios into figures: first warm, then measured. */
final class Measuring {
    private static final int WARMING_USERS = 4;
    private static final int MOST_TURNS = 10;
    /** Of the portal's processor time, what compilers may still use. */
    private static final double WARM = 0.05;
    /** Measured again where they used more than this. */
    private static final double TOO_COLD = 0.1;

    private static final int MOST_ATTEMPTS = 4;
    private static final int REPETITIONS = 3;

    private static final int COUNTED_ROUNDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Stack stack;
    private final Meter meter;
    private final Connection superuser;
    private final Options options;
    private final Duration time;
    private final Progress progress;

    Measuring(Stack stack, Meter meter, Connection superuser, Options options, Progress progress) {
        this.stack = stack;
        this.meter = meter;
        this.superuser = superuser;
        this.options = options;
        this.time = options.time();
        this.progress = progress;
    }

    /** Code that scenarios share is compiled for all of them before one is measured. */
    void firstRounds(Scenario scenario) {
        progress.doing(scenario.name() + ": first rounds");
        Load.run(warmingVisits(scenario), time.dividedBy(2));
        settle(scenario);
    }

    List<Figure> of(Scenario scenario) {
        var statements = warm(scenario);
        return users(scenario).stream()
                .map(users -> figure(scenario, users, statements))
                .toList();
    }

    private List<Integer> users(Scenario scenario) {
        return options.users().isEmpty() ? scenario.users() : options.users();
    }

    private List<Visit> warmingVisits(Scenario scenario) {
        var most = users(scenario).stream().mapToInt(Integer::intValue).max().orElse(1);
        return scenario.visits(Math.min(WARMING_USERS, most));
    }

    /** At one user, the cheapest of several: what disturbs a measurement makes it dearer. */
    Figure best(Scenario scenario) {
        var statements = warm(scenario);
        return Stream.generate(() -> figure(scenario, 1, statements))
                .limit(REPETITIONS)
                .min(Comparator.comparingDouble(Figure::cpu))
                .orElseThrow();
    }

    /**
     * What compiling costs is no request's cost; how long it takes depends on the machine and on what else it does.
     *
     * @return statements a round
     */
    private long warm(Scenario scenario) {
        progress.doing(scenario.name());
        var visits = warmingVisits(scenario);
        var turns = 0;
        Usage used;
        do {
            var before = meter.read();
            Load.run(visits, time);
            settle(scenario);
            used = meter.read().since(before);
        } while (++turns < MOST_TURNS && used.compiling() > WARM);
        var statements = statements(scenario.visits(1).get(0));
        settle(scenario);
        return statements;
    }

    private long statements(Visit visit) {
        try {
            return new Statements(this::owner)
                    .of(visit::run, COUNTED_ROUNDS).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Figure figure(Scenario scenario, int users, long statements) {
        var visits = scenario.visits(users);
        var figure = attempt(scenario, visits, statements);
        for (var attempts = 1; attempts < MOST_ATTEMPTS && figure.compiling() > TOO_COLD; attempts++) {
            figure = attempt(scenario, visits, statements);
        }
        return figure;
    }

    private Figure attempt(Scenario scenario, List<Visit> visits, long statements) {
        var before = meter.read();
        var latencies = Load.run(visits, time);
        var loaded = meter.read().since(before).elapsed();
        settle(scenario);
        return figure(
                scenario,
                visits.size(),
                statements,
                latencies,
                loaded,
                meter.read().since(before));
    }

    private static Figure figure(
            Scenario scenario, int users, long statements, Latencies latencies, Duration loaded, Usage used) {
        double rounds = latencies.count();
        return new Figure(
                scenario.name(),
                users,
                latencies.count(),
                rounds / loaded.toNanos() * 1e9,
                latencies.percentile(50),
                latencies.percentile(95),
                used.portal().toMillis() / rounds,
                used.database().toMillis() / rounds,
                used.compiling(),
                statements,
                used.otherCores());
    }

    /** The mails of new cases are sent later but belong to them, and not to what is measured next. */
    private void settle(Scenario scenario) {
        if (scenario.writes()) {
            if (!Waiting.until(this::nothingQueued, PATIENCE)) {
                throw new IllegalStateException("Mails are still queued after " + PATIENCE);
            }
            stack.clearMails();
        }
    }

    private boolean nothingQueued() {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("select not exists (select from mail where state = 'QUEUED')")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection owner() {
        try {
            return Databases.connect(stack.jdbcUrl(), stack.ownerRole());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
