package dev.portico.plugin.host;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for a {@link Guard}. However many calls hang, no more than these are lost, and a call that finds all of them
 * and all waiting places taken is refused at once.
 */
public final class GuardThreads {
    private static final Duration IDLE = Duration.ofMinutes(1);

    private GuardThreads() {}

    /**
     * @param most threads at a time
     * @param waiting calls that may wait for one
     */
    public static ExecutorService open(int most, int waiting) {
        var made = new AtomicInteger();
        var threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                task -> thread(task, "plugin-call-" + made.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** A daemon that knows nothing of the request in which it happens to be made. */
    private static Thread thread(Runnable task, String name) {
        var thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(GuardThreads.class.getClassLoader());
        return thread;
    }
}
