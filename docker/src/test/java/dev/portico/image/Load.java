package dev.portico.image;

import dev.portico.launcher.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Customers who file cases, comment on them and attach files, all at once, until the load is closed. */
final class Load implements AutoCloseable {
    private final List<Filed> filed = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;
    private final List<Future<?>> work;
    private volatile boolean over;

    /** A case that a customer was told is there, with its comment and file. */
    record Filed(Customer customer, long number, String attachment, byte[] content) {}

    Load(List<Customer> customers) {
        threads = Executors.newFixedThreadPool(customers.size());
        work = customers.stream()
                .<Future<?>>map(customer -> threads.submit(() -> work(customer)))
                .toList();
    }

    private void work(Customer customer) {
        var random = new Random(customer.hashCode());
        while (!over) {
            var number = customer.file("Load\twith a \\ and\ttabs");
            customer.comment(number, "A comment\nof two lines");
            var content = new byte[1 + random.nextInt(200_000)];
            random.nextBytes(content);
            filed.add(new Filed(customer, number, customer.attach(number, "file.bin", content), content));
        }
    }

    List<Filed> filed() {
        return List.copyOf(filed);
    }

    /** Returns when so many more have been filed. */
    void goOn(int more) {
        var goal = filed.size() + more;
        if (!Waiting.until(() -> filed.size() >= goal || work.stream().anyMatch(Future::isDone), Duration.ofMinutes(2))
                || filed.size() < goal) {
            close();
            throw new IllegalStateException("The load stands still at " + filed.size());
        }
    }

    @Override
    public void close() {
        over = true;
        threads.shutdown();
        for (var thread : work) {
            try {
                thread.get();
            } catch (Exception e) {
                throw new IllegalStateException("The load failed", e);
            }
        }
    }
}
