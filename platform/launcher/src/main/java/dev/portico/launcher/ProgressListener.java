package dev.portico.launcher;

import java.time.Duration;

/** Hears what the launcher is doing. Steps may overlap; calls may come from different threads. */
public interface ProgressListener {
    ProgressListener SILENT = new ProgressListener() {};

    default void began(String step) {}

    default void finished(String step, Duration took) {}

    default void warned(String warning) {}
}
