package dev.portico.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJsonTest {
    @TempDir
    Path folder;

    @Test
    void a_report_is_read_as_it_was_written() throws Exception {
        var file = folder.resolve("new").resolve("bench.json");
        var report = Reports.of(Reports.figure("list", 1, 6.25), Reports.figure("list", 8, 5.75));
        ReportJson.write(report, file);
        assertThat(ReportJson.read(file)).isEqualTo(report);
        assertThat(Files.readString(file)).contains("\"cpuMs\": 7.750", "\"percent\": 5.000");
    }

    @Test
    void a_report_of_few_things_is_read_as_it_was_written() {
        var file = folder.resolve("bench.json");
        var report = Reports.only();
        ReportJson.write(report, file);
        assertThat(ReportJson.read(file)).isEqualTo(report);
    }
}
