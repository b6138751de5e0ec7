package dev.portico.portal.log;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** One JSON object a line. What a record is about is read from the thread that formats it: the one that logs. */
final class JsonFormat extends Formatter {
    // Found once: looking for the library costs more than using it.
    private final JsonGeneratorFactory json = Json.createGeneratorFactory(Map.of());

    @Override
    public String format(LogRecord line) {
        var text = new StringWriter();
        try (var object = json.createGenerator(text)) {
            object.writeStartObject()
                    .write("time", line.getInstant().toString())
                    .write("level", level(line.getLevel()))
                    .write("logger", line.getLoggerName() == null ? "" : line.getLoggerName())
                    .write("message", String.valueOf(formatMessage(line)));
            context(object, LogContext.current());
            access(object, line.getParameters());
            if (line.getThrown() != null) {
                object.write("exception", trace(line.getThrown()));
            }
            object.writeEnd();
        }
        return text.append('\n').toString();
    }

    private static void context(JsonGenerator object, LogContext about) {
        known(object, "requestId", about.requestId());
        known(object, "tenantId", about.tenantId());
        known(object, "userId", about.userId());
    }

    private static void known(JsonGenerator object, String name, String value) {
        if (!value.isEmpty()) {
            object.write(name, value);
        }
    }

    private static void access(JsonGenerator object, Object[] parameters) {
        if (parameters != null && parameters.length == 1 && parameters[0] instanceof AccessLine access) {
            object.write("method", access.method())
                    .write("route", access.route())
                    .write("status", access.status())
                    .write("ms", access.millis());
        }
    }

    /** In the words of {@link System.Logger.Level}. */
    private static String level(Level level) {
        var value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        if (value >= Level.INFO.intValue()) {
            return "INFO";
        }
        return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
