package dev.portico.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void each_figure_stands_beside_its_earlier_one() {
        var before = Reports.of(Reports.figure("list", 1, 8.5), Reports.figure("list", 8, 18.5));
        var after = Reports.of(Reports.figure("list", 1, 3.5), Reports.figure("list", 8, 38.5));
        var lines = new Comparison(before, after)
                .toString()
                .lines()
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
        assertThat(lines).contains("list 1 10.00 5.00 0.50 4 4 0.25 0.25", "list 8 20.00 40.00 2.00 4 4 0.25 0.25");
    }

    @Test
    void what_only_one_of_them_has_is_left_out() {
        var before = Reports.of(Reports.figure("list", 1, 8.5), Reports.figure("search", 1, 8.5));
        var after = Reports.of(Reports.figure("list", 1, 3.5), Reports.figure("queue", 1, 8.5));
        assertThat(new Comparison(before, after).toString())
                .contains("list")
                .doesNotContain("search")
                .doesNotContain("queue");
    }
}
