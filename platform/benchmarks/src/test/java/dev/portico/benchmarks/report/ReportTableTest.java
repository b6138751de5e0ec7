package dev.portico.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTableTest {
    @Test
    void a_figure_stands_beside_its_goal_and_the_best_peers() {
        assertThat(line(Reports.of(Reports.figure("list", 1, 6.25)), "list"))
                .isEqualTo("list 1 99.5 10.3 20.5 7.75 6.25 1.50 2 % 4 0.25 8 114");
    }

    @Test
    void the_submission_of_a_case_costs_what_the_form_alone_does_not() {
        var report = Reports.of(Reports.figure("form", 1, 3), Reports.figure("create", 1, 8));
        assertThat(line(report, "of it submit")).isEqualTo("of it submit 1 5.00 5.00 0.00 0");
    }

    @Test
    void what_was_measured_once_has_its_goal_too() {
        var text = new ReportTable(Reports.of(Reports.figure("create", 4, 8))).toString();
        assertThat(text)
                .contains("commit 0123456789ab-dirty", "2 cores (Some processor)")
                .contains("New cases a second at 4 users: 99.5 (goal 150, best peer 16)")
                .contains("10.50 ms: +5.0 % (goal: less than 10 %)");
        assertThat(line(text, "portal and database")).isEqualTo("portal and database 600 600 312");
        assertThat(line(text, "warm")).isEqualTo("warm 5.5 9.8 0.20 0.7");
        assertThat(line(text, "list cold")).isEqualTo("list cold 7 134.2 10 / 250 198");
    }

    @Test
    void what_was_not_measured_has_no_table() {
        var text = new ReportTable(Reports.only(Reports.figure("list", 1, 6))).toString();
        assertThat(text).contains("list").doesNotContain("memory", "start of", "Chromium", "The list of");
    }

    private static String line(Report report, String start) {
        return line(new ReportTable(report).toString(), start);
    }

    private static String line(String text, String start) {
        return text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> line.startsWith(start + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + start + " in\n" + text));
    }
}
