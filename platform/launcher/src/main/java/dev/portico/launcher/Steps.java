package dev.portico.launcher;

import dev.portico.launcher.process.Texts;
import java.time.Duration;

/** Runs named pieces of work and tells the listener how long each took. */
final class Steps {
    private final ProgressListener progress;

    Steps(ProgressListener progress) {
        this.progress = progress;
    }

    /** {@code key} names the step's words in the launcher's texts. */
    void run(String key, Runnable work) {
        var name = Texts.get(key);
        var start = System.nanoTime();
        progress.began(name);
        work.run();
        progress.finished(name, Duration.ofNanos(System.nanoTime() - start));
    }
}
