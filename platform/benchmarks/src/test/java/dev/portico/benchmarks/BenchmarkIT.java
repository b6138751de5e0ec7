package dev.portico.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.benchmarks.report.Figure;
import dev.portico.benchmarks.report.Report;
import dev.portico.benchmarks.report.ReportJson;
import dev.portico.launcher.SettingsSource;
import dev.portico.launcher.Stack;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every scenario still gets right answers, and every figure is there; how large it is, a small run cannot say. */
class BenchmarkIT {
    private static Report report;

    @TempDir
    static Path folder;

    @BeforeAll
    static void run() throws SQLException {
        var only = new HashSet<>(Options.SCENARIOS);
        only.addAll(List.of("memory", "growth"));
        var options = new Options(only, Duration.ofMillis(100), 1000, List.of(2), List.of());
        var progress = new Progress(System.out);
        try (var stack = Stack.start(settings(), progress)) {
            report = new Benchmark(stack, options, progress).run();
        }
    }

    private static Stack.Settings settings() {
        var test = SettingsSource.around(Path.of("")).test(Path.of("target", "smoke-data"));
        return new Stack.Settings(
                test.data(),
                test.ports(),
                test.jvmMode(),
                test.artefacts(),
                test.cache(),
                test.war(),
                test.plugins(),
                true,
                test.portalConfiguration());
    }

    @Test
    void every_scenario_has_a_figure() {
        assertThat(report.figures())
                .allSatisfy(figure -> assertThat(figure.users()).isEqualTo(2))
                .extracting(Figure::scenario)
                .containsExactlyInAnyOrderElementsOf(Options.SCENARIOS);
    }

    @Test
    void every_figure_is_whole() {
        assertThat(report.figures()).allSatisfy(figure -> {
            assertThat(figure.rounds()).isGreaterThanOrEqualTo(2);
            assertThat(figure.perSecond()).isPositive();
            assertThat(figure.p95()).isGreaterThanOrEqualTo(figure.p50()).isPositive();
            assertThat(figure.portalCpu()).isNotNegative();
            assertThat(figure.databaseCpu()).isNotNegative();
            assertThat(figure.compiling()).isBetween(0.0, 1.0);
            assertThat(figure.statements()).isPositive();
            assertThat(figure.otherCores()).isNotNegative();
        });
        // A clock's tick is 10 ms: one short figure may see none of the portal's, all together cannot.
        assertThat(report.figures()).extracting(Figure::portalCpu).anyMatch(cpu -> cpu > 0);
    }

    @Test
    void a_new_case_takes_more_statements_than_its_form() {
        assertThat(statements("create")).isGreaterThan(statements("form"));
    }

    @Test
    void memory_is_known_of_every_server() {
        assertThat(report.memory()).containsOnlyKeys("portal", "postgres", "keycloak");
        assertThat(report.memory().values()).allMatch(bytes -> bytes > 10_000_000);
    }

    @Test
    void the_list_was_measured_with_few_and_with_many_cases() {
        assertThat(report.growth()).hasValueSatisfying(growth -> {
            assertThat(growth.few()).isEqualTo(100);
            assertThat(growth.many()).isEqualTo(10_000);
        });
    }

    @Test
    void the_report_survives_its_file() {
        var file = folder.resolve("bench.json");
        ReportJson.write(report, file);
        var read = ReportJson.read(file);
        assertThat(read.figures()).hasSameSizeAs(report.figures());
        assertThat(read.memory()).isEqualTo(report.memory());
        assertThat(read.machine()).isEqualTo(report.machine());
        assertThat(read.growth()).isPresent();
    }

    private static long statements(String scenario) {
        return report.figure(scenario, 2).orElseThrow().statements();
    }
}
