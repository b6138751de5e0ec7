package dev.portico.benchmarks.report;

import static dev.portico.benchmarks.report.TextTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report for people. */
public final class ReportTable {
    private static final String NONE = "";

    private final Report report;

    public ReportTable(Report report) {
        this.report = report;
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>(List.of(head()));
        parts.add(figures());
        rate().ifPresent(parts::add);
        memory().ifPresent(parts::add);
        starts().ifPresent(parts::add);
        weights().ifPresent(parts::add);
        report.growth().map(ReportTable::growth).ifPresent(parts::add);
        return String.join("\n", parts);
    }

    private String head() {
        var machine = report.machine();
        return "Portico benchmark of " + report.date()
                + report.commit().map(commit -> ", commit " + commit).orElse("")
                + "\n" + machine.cores() + " cores (" + machine.processor() + "), " + megabytes(machine.memory())
                + " MB, " + machine.system() + ", JDK " + machine.jdk() + "\n"
                + report.cases() + " cases; " + number(report.seconds(), 1) + " s of load a figure\n";
    }

    private String figures() {
        var table = new TextTable(
                "scenario",
                "users",
                "a second",
                "p50 ms",
                "p95 ms",
                "cpu ms",
                "portal",
                "database",
                "compiling",
                "statements",
                "other cores",
                "goal",
                "best peer");
        report.figures().forEach(figure -> {
            row(table, figure);
            submit(figure).ifPresent(submit -> derived(table, submit));
        });
        return "Each round of a scenario; cpu is the servers' processor time for it\n" + table;
    }

    private static void row(TextTable table, Figure figure) {
        table.row(
                figure.scenario(),
                Integer.toString(figure.users()),
                number(figure.perSecond(), 1),
                number(figure.p50(), 1),
                number(figure.p95(), 1),
                number(figure.cpu(), 2),
                number(figure.portalCpu(), 2),
                number(figure.databaseCpu(), 2),
                number(100 * figure.compiling(), 0) + " %",
                Long.toString(figure.statements()),
                number(figure.otherCores(), 2),
                Goals.target(figure.scenario()).map(goal -> number(goal, 0)).orElse(NONE),
                Goals.peer(figure.scenario()).map(peer -> number(peer, 0)).orElse(NONE));
    }

    /** A new case without its form. */
    private Optional<Figure> submit(Figure figure) {
        return Optional.of(figure)
                .filter(create -> create.scenario().equals("create"))
                .flatMap(create -> report.figure("form", create.users())
                        .map(form -> new Figure(
                                "  of it submit",
                                create.users(),
                                create.rounds(),
                                0,
                                0,
                                0,
                                create.portalCpu() - form.portalCpu(),
                                create.databaseCpu() - form.databaseCpu(),
                                0,
                                create.statements() - form.statements(),
                                0)));
    }

    private static void derived(TextTable table, Figure figure) {
        table.row(
                figure.scenario(),
                Integer.toString(figure.users()),
                NONE,
                NONE,
                NONE,
                number(figure.cpu(), 2),
                number(figure.portalCpu(), 2),
                number(figure.databaseCpu(), 2),
                NONE,
                Long.toString(figure.statements()),
                NONE,
                NONE,
                NONE);
    }

    private Optional<String> rate() {
        return report.figure("create", Goals.NEW_CASE_USERS)
                .map(figure -> "New cases a second at " + figure.users() + " users: " + number(figure.perSecond(), 1)
                        + " (goal " + number(Goals.NEW_CASES_A_SECOND, 0) + ", best peer "
                        + number(Goals.PEERS_NEW_CASES_A_SECOND, 0) + ")\n");
    }

    private Optional<String> memory() {
        if (report.memory().isEmpty()) {
            return Optional.empty();
        }
        var table = new TextTable("memory after the load", "MB (PSS)", "goal", "best peer");
        report.memory().forEach((process, bytes) -> table.row(process, megabytes(bytes), NONE, NONE));
        var together =
                report.memory().getOrDefault("portal", 0L) + report.memory().getOrDefault("postgres", 0L);
        table.row(
                "portal and database",
                megabytes(together),
                Long.toString(Goals.MEGABYTES),
                Long.toString(Goals.PEERS_MEGABYTES));
        return Optional.of(table.toString());
    }

    private Optional<String> starts() {
        if (report.starts().isEmpty()) {
            return Optional.empty();
        }
        var table = new TextTable("start of the portal", "seconds", "cpu seconds", "other cores", "best peer");
        report.starts()
                .forEach(start -> table.row(
                        start.kind(),
                        number(start.seconds(), 1),
                        number(start.cpu(), 1),
                        number(start.otherCores(), 2),
                        start.kind().equals("warm") ? number(Goals.PEERS_START_SECONDS, 1) : NONE));
        return Optional.of(table.toString());
    }

    private Optional<String> weights() {
        if (report.weights().isEmpty()) {
            return Optional.empty();
        }
        var table = new TextTable("page in Chromium", "cache", "requests", "kB", "goal", "best peer");
        for (var weight : report.weights()) {
            var cold = weight.cache().equals("cold");
            table.row(
                    weight.page(),
                    weight.cache(),
                    Integer.toString(weight.requests()),
                    number(weight.kilobytes(), 1),
                    cold ? Goals.REQUESTS + " / " + number(Goals.KILOBYTES, 0) : NONE,
                    cold ? number(Goals.PEERS_KILOBYTES, 0) : NONE);
        }
        return Optional.of(table.toString());
    }

    private static String growth(Growth growth) {
        return "The list of " + growth.few() + " cases takes " + number(growth.cpuWithFew(), 2) + " ms cpu, of "
                + growth.many() + " cases " + number(growth.cpuWithMany(), 2) + " ms: "
                + String.format(Locale.ROOT, "%+.1f", growth.percent()) + " % (goal: less than "
                + number(Goals.GROWTH_PERCENT, 0)
                + " %)\n";
    }

    private static String megabytes(long bytes) {
        return Long.toString(Math.round(bytes / 1048576.0));
    }
}
