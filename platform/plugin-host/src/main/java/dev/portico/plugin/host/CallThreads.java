package dev.portico.plugin.host;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads of one generation. What its code leaves in them, a thread local for one, goes when they do. A call that
 * finds all of them and all waiting places taken is refused at once.
 */
final class CallThreads {
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    /** @param classes context class loader of each thread */
    CallThreads(String name, CallLimits limits, Supplier<ClassLoader> classes) {
        threads = new ThreadPoolExecutor(
                limits.threads(),
                limits.threads(),
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting()),
                task -> thread(task, name + "-" + made.incrementAndGet(), classes.get()));
        threads.allowCoreThreadTimeOut(true);
    }

    /** A daemon that knows nothing of the request in which it happens to be made. */
    private static Thread thread(Runnable task, String name, ClassLoader classes) {
        var thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(classes);
        return thread;
    }

    void run(FutureTask<?> task) {
        threads.execute(task);
    }

    /** Interrupts it if it runs; otherwise its waiting place is free. No effect on one that is done. */
    void giveUp(FutureTask<?> task) {
        if (task.cancel(true)) {
            threads.remove(task);
        }
    }

    /** Each ends when it is idle. */
    void end() {
        threads.shutdown();
    }
}
