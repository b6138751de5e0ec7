package dev.portico.launcher;

import dev.portico.launcher.process.Texts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

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

    /** Fails as soon as one of them does; the caller then ends the other. */
    static void inParallel(Runnable first, Runnable second) {
        // Threads of our own inherit the class loader that Maven gave us, those of the common pool do not.
        var workers = Executors.newFixedThreadPool(2);
        try {
            var one = CompletableFuture.runAsync(first, workers);
            var other = CompletableFuture.runAsync(second, workers);
            var failure = new CompletableFuture<Void>();
            for (var start : List.of(one, other)) {
                start.whenComplete((done, thrown) -> {
                    if (thrown != null) {
                        failure.completeExceptionally(thrown);
                    }
                });
            }
            CompletableFuture.anyOf(failure, CompletableFuture.allOf(one, other))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            workers.shutdown();
        }
    }
}
