package dev.portico.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Users at the same time, each in a thread of its own, without a pause between two rounds. */
public final class Load {
    private Load() {}

    /** A round that began in time is finished. The first wrong answer ends all. */
    public static Latencies run(List<Visit> users, Duration time) {
        var threads = Executors.newFixedThreadPool(users.size());
        try {
            var stop = new AtomicBoolean();
            var deadline = System.nanoTime() + time.toNanos();
            var running = users.stream()
                    .map(user -> threads.submit(() -> rounds(user, deadline, stop)))
                    .toList();
            var all = new ArrayList<Long>();
            running.forEach(user -> all.addAll(result(user)));
            return Latencies.of(all);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> rounds(Visit user, long deadline, AtomicBoolean stop) {
        var nanos = new ArrayList<Long>();
        try {
            while (!stop.get() && (nanos.isEmpty() || System.nanoTime() < deadline)) {
                var begin = System.nanoTime();
                user.run();
                nanos.add(System.nanoTime() - begin);
            }
            return nanos;
        } catch (Throwable wrong) {
            stop.set(true);
            throw wrong;
        }
    }

    private static List<Long> result(Future<List<Long>> user) {
        try {
            return user.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error wrong) {
                throw wrong;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
