package dev.portico.benchmarks;

import dev.portico.launcher.ProgressListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says what is being done, with the seconds since the start. */
public final class Progress implements ProgressListener {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    void doing(String what) {
        out.printf(
                Locale.ROOT,
                "%5d s  %s%n",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                what);
    }

    @Override
    public void finished(String step, Duration took) {
        doing(step + ": " + took.toMillis() + " ms");
    }

    @Override
    public void warned(String warning) {
        doing(warning);
    }
}
