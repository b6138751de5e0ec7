package dev.portico.launcher.portal;

import java.util.List;

/** How the portal's JVM is tuned. */
public enum JvmMode {
    /** C1 and the serial collector halve the processor time of a start: tests and demonstrations. */
    FAST_START("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xmx640m"),
    /** As in production: benchmarks. */
    FULL_JIT(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx320m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");

    private final List<String> options;

    JvmMode(String... options) {
        this.options = List.of(options);
    }

    List<String> options() {
        return options;
    }
}
