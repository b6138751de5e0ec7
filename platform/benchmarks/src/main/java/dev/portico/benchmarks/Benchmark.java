package dev.portico.benchmarks;

import dev.portico.benchmarks.data.Seed;
import dev.portico.benchmarks.load.Calls;
import dev.portico.benchmarks.load.Customers;
import dev.portico.benchmarks.load.Pages;
import dev.portico.benchmarks.load.Scenario;
import dev.portico.benchmarks.machine.Machine;
import dev.portico.benchmarks.machine.Meter;
import dev.portico.benchmarks.machine.Proc;
import dev.portico.benchmarks.report.Figure;
import dev.portico.benchmarks.report.Growth;
import dev.portico.benchmarks.report.Report;
import dev.portico.benchmarks.report.Start;
import dev.portico.benchmarks.report.Weight;
import dev.portico.launcher.Stack;
import dev.portico.testclient.Browsers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The measurements in their order: what changes the data or fills the memory comes after what must not notice it. */
public final class Benchmark {
    /** The tenant that grows does so from a hundredth of the cases of the other to ten times as many. */
    private static final int FEWER = 100;

    private static final int MORE = 10;

    private final Stack stack;
    private final Options options;
    private final Progress progress;
    private final Proc proc = Proc.ofThisMachine();
    private final Meter meter;

    public Benchmark(Stack stack, Options options, Progress progress) {
        this.stack = stack;
        this.options = options;
        this.progress = progress;
        this.meter = new Meter(proc, stack::processes);
    }

    public Report run() throws SQLException {
        var starts = options.wants("start") ? starts() : List.<Start>of();
        var servers = new StackServers(stack);
        try (var customers = new Customers(servers, stack.keycloakAdminPassword());
                var superuser = superuser()) {
            logIn(customers);
            var seed = new Seed(superuser);
            var measuring = new Measuring(stack, meter, superuser, options, progress);
            var figures = figures(customers, seed, measuring);
            var memory = options.wants("memory") ? memory() : Map.<String, Long>of();
            var weights = options.wants("weight") ? weights(servers, superuser) : List.<Weight>of();
            var growth = options.wants("growth")
                    ? Optional.of(growth(customers, seed, measuring))
                    : Optional.<Growth>empty();
            return new Report(
                    Instant.now(),
                    Commit.of(Path.of("")),
                    Machine.here(),
                    options.cases(),
                    options.time().toMillis() / 1000.0,
                    figures,
                    memory,
                    starts,
                    weights,
                    growth);
        }
    }

    /** Cold is the first start on a machine, warm is each one after it. */
    private List<Start> starts() {
        stack.stopPortal();
        stack.forgetClassArchive();
        var cold = start("cold");
        stack.stopPortal();
        return List.of(cold, start("warm"));
    }

    private Start start(String kind) {
        var begin = System.nanoTime();
        var busy = proc.busyTime();
        stack.startPortal();
        var seconds = (System.nanoTime() - begin) / 1e9;
        var cpu = proc.treeTime(stack.processes().getOrDefault("portal", 0L)).toMillis() / 1000.0;
        var other = (proc.busyTime().minus(busy).toMillis() / 1000.0 - cpu) / seconds;
        return new Start(kind, seconds, cpu, Math.max(0, other));
    }

    /** An account is known to the portal from its first login on. */
    private static void logIn(Customers customers) {
        customers.browser("harmony", Customers.LARGE, 0);
        customers.browser("harmony", Customers.SMALL, 0);
        customers.browser("bmc", Customers.GROWING, 0);
        customers.browser("staff", Customers.AGENT, 0);
    }

    private List<Figure> figures(Customers customers, Seed seed, Measuring measuring) throws SQLException {
        progress.doing("writes " + options.cases() + " cases");
        var cases = seed.harmony(options.cases(), Options.SMALL);
        var pages = new Pages(customers, cases);
        var calls = new Calls(customers, cases);
        // What reads comes first, so that it finds the same data in every run.
        var scenarios = Stream.of(pages.reading(), calls.reading(), calls.writing(), pages.writing())
                .flatMap(List::stream)
                .filter(scenario -> options.wants(scenario.name()))
                .toList();
        scenarios.forEach(measuring::firstRounds);
        var figures = new ArrayList<Figure>();
        for (var scenario : scenarios) {
            figures.addAll(measuring.of(scenario));
        }
        return figures;
    }

    private Map<String, Long> memory() {
        var memory = new TreeMap<String, Long>();
        stack.processes().forEach((name, pid) -> memory.put(name, proc.memory(pid)));
        return memory;
    }

    private List<Weight> weights(StackServers servers, Connection superuser) throws SQLException {
        progress.doing("pages in Chromium");
        try (var browsers = new Browsers()) {
            return new PageWeights(browsers.browser(), servers).of(oneCase(superuser));
        }
    }

    private static long oneCase(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("select t.number from ticket t join account a on a.subject ="
                        + " t.requester_subject where a.email like '" + Customers.LARGE
                        + "@%' and open order by t.created_at limit 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Growth growth(Customers customers, Seed seed, Measuring measuring) throws SQLException {
        // A page of the list is full with 25.
        var few = Math.max(100, options.cases() / FEWER);
        var many = options.cases() * MORE;
        Scenario list = Pages.growing(customers);
        seed.growing(0, few);
        var withFew = measuring.best(list);
        progress.doing("writes " + many + " cases");
        seed.growing(few, many);
        var withMany = measuring.best(list);
        return new Growth(few, withFew.cpu(), many, withMany.cpu());
    }

    private Connection superuser() throws SQLException {
        var role = stack.superuserRole();
        return Databases.connect(stack.jdbcUrl(), role);
    }
}
