package dev.portico.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {
    private final JsonFormat format = new JsonFormat();

    @AfterEach
    void end() {
        LogContext.end();
    }

    @Test
    void aLineIsOneObjectWhateverItSays() {
        var record = record(Level.INFO, "It said: \"no\"\n\tand {left} \u2028 ñ");
        var line = format.format(record);
        assertThat(line).endsWith("}\n");
        assertThat(line.strip()).doesNotContain("\n");
        assertThat(read(line).getString("message")).isEqualTo("It said: \"no\"\n\tand {left} \u2028 ñ");
    }

    @Test
    void timeIsUtcWhereverTheServerStands() {
        var record = record(Level.INFO, "Now");
        record.setInstant(Instant.parse("2026-11-22T03:45:09.65Z"));
        assertThat(read(format.format(record)).getString("time")).isEqualTo("2026-11-22T03:45:09.650Z");
    }

    @ParameterizedTest
    @CsvSource({
        "SEVERE, ERROR",
        "WARNING, WARNING",
        "INFO, INFO",
        "CONFIG, DEBUG",
        "FINE, DEBUG",
        "FINER, TRACE",
        "FINEST, TRACE"
    })
    void levelsAreThoseOfTheSystemsLogger(String logged, String written) {
        assertThat(read(format.format(record(Level.parse(logged), "x"))).getString("level"))
                .isEqualTo(written);
    }

    @Test
    void itSaysWhatTheThreadWorksForAndNothingElse() {
        LogContext.begin("request-1");
        LogContext.tenant("harmony");
        LogContext.user("0d1f");
        var line = read(format.format(record(Level.INFO, "x")));
        assertThat(line.keySet())
                .containsExactlyInAnyOrder("time", "level", "logger", "message", "requestId", "tenantId", "userId");
        assertThat(line.getString("requestId")).isEqualTo("request-1");
        assertThat(line.getString("tenantId")).isEqualTo("harmony");
        assertThat(line.getString("userId")).isEqualTo("0d1f");
        LogContext.end();
        assertThat(read(format.format(record(Level.INFO, "x"))).keySet())
                .containsExactlyInAnyOrder("time", "level", "logger", "message");
    }

    @Test
    void anExceptionIsThereWithItsCause() {
        var record = record(Level.SEVERE, "Broken");
        record.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));
        assertThat(read(format.format(record)).getString("exception"))
                .contains("IllegalStateException: outer", "Caused by", "IllegalArgumentException: inner", "\tat ");
    }

    @Test
    void aRequestIsThereInFieldsOfItsOwn() {
        var record = record(Level.INFO, "{0}");
        record.setParameters(new Object[] {new AccessLine("GET", "TICKETS", 200, 12)});
        var line = read(format.format(record));
        assertThat(line.getString("message")).isEqualTo("GET TICKETS 200 12 ms");
        assertThat(line.getString("method")).isEqualTo("GET");
        assertThat(line.getString("route")).isEqualTo("TICKETS");
        assertThat(line.getInt("status")).isEqualTo(200);
        assertThat(line.getInt("ms")).isEqualTo(12);
    }

    private static LogRecord record(Level level, String message) {
        var record = new LogRecord(level, message);
        record.setLoggerName("some.Logger");
        return record;
    }

    private static JsonObject read(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
