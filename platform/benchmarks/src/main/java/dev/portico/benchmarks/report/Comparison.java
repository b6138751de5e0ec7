package dev.portico.benchmarks.report;

import static dev.portico.benchmarks.report.TextTable.number;

/** Processor time a round before and after. */
public final class Comparison {
    private final Report before;
    private final Report after;

    public Comparison(Report before, Report after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public String toString() {
        var table = new TextTable(
                "scenario",
                "users",
                "cpu ms before",
                "after",
                "ratio",
                "statements before",
                "after",
                "other cores before",
                "after");
        for (var now : after.figures()) {
            before.figure(now.scenario(), now.users()).ifPresent(then -> row(table, then, now));
        }
        return "Before: " + name(before) + "\nAfter:  " + name(after) + "\n" + table;
    }

    private static void row(TextTable table, Figure then, Figure now) {
        table.row(
                now.scenario(),
                Integer.toString(now.users()),
                number(then.cpu(), 2),
                number(now.cpu(), 2),
                number(now.cpu() / then.cpu(), 2),
                Long.toString(then.statements()),
                Long.toString(now.statements()),
                number(then.otherCores(), 2),
                number(now.otherCores(), 2));
    }

    private static String name(Report report) {
        return report.date()
                + report.commit().map(commit -> ", commit " + commit).orElse("");
    }
}
