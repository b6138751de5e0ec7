package dev.portico.benchmarks;

import dev.portico.benchmarks.report.Comparison;
import dev.portico.benchmarks.report.Report;
import dev.portico.benchmarks.report.ReportJson;
import dev.portico.benchmarks.report.ReportTable;
import dev.portico.launcher.SettingsSource;
import dev.portico.launcher.Stack;
import dev.portico.launcher.portal.JvmMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs the benchmark in a stack of its own, or compares two reports of earlier runs. */
public final class Main {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static volatile Optional<Stack> running = Optional.empty();

    private Main() {}

    public static void main(String[] arguments) throws SQLException {
        var options = Options.from(System.getProperties());
        var earlier = options.compare().stream().map(ReportJson::read).toList();
        if (options.comparesOnly()) {
            System.out.println(new Comparison(earlier.get(0), earlier.get(1)));
            return;
        }
        var source = SettingsSource.around(Path.of(""));
        var target = source.module("benchmarks").resolve("target");
        var report = run(options, settings(source, target));
        var file = target.resolve("bench-" + STAMP.format(report.date()) + ".json");
        ReportJson.write(report, file);
        print(report, file, earlier);
    }

    private static Report run(Options options, Stack.Settings settings) throws SQLException {
        var progress = new Progress(System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> running.ifPresent(Stack::close), "stop"));
        try (var stack = Stack.start(settings, progress, started -> running = Optional.of(started))) {
            return new Benchmark(stack, options, progress).run();
        }
    }

    private static Stack.Settings settings(SettingsSource source, Path target) {
        var test = source.test(target.resolve("stack-data"));
        var named = source.demo(System.getProperties());
        return new Stack.Settings(
                test.data(),
                test.ports(),
                JvmMode.FULL_JIT,
                test.artefacts(),
                test.cache(),
                named.war(),
                named.plugins(),
                true,
                Map.of());
    }

    private static void print(Report report, Path file, List<Report> earlier) {
        System.out.println();
        System.out.println(new ReportTable(report));
        earlier.forEach(before -> System.out.println(new Comparison(before, report)));
        System.out.println("Written to " + file);
    }
}
