package dev.portico.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** On what it was measured. {@code memory} in bytes. */
public record Machine(String processor, int cores, long memory, String system, String jdk) {
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
    private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

    public static Machine here() {
        return new Machine(
                find(MODEL, "/proc/cpuinfo"),
                Runtime.getRuntime().availableProcessors(),
                1024 * Long.parseLong(find(TOTAL, "/proc/meminfo")),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString());
    }

    /** Not every processor has a model name. */
    private static String find(Pattern pattern, String file) {
        try {
            var match = pattern.matcher(Files.readString(Path.of(file)));
            return match.find() ? match.group(1).strip() : "?";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
