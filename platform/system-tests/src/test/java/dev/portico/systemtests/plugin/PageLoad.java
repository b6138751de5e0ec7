package dev.portico.systemtests.plugin;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Browser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Customers who read the pages of a desk, one after the other and without a pause, until it is closed. */
final class PageLoad implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String desk;
    private final long ticket;
    private final String subject;
    private final List<AtomicLong> rounds = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService customers;
    private volatile boolean closed;

    /** @param accounts one customer each */
    PageLoad(PortalStack stack, List<String> accounts, long ticket, String subject) {
        desk = "/" + InstalledDesk.TENANT + "/tickets";
        this.ticket = ticket;
        this.subject = subject;
        customers = Executors.newFixedThreadPool(accounts.size());
        for (var account : accounts) {
            var browser = new Browser(stack);
            browser.login(desk, account).require(200);
            var count = new AtomicLong();
            rounds.add(count);
            customers.execute(() -> read(browser, count));
        }
    }

    private void read(Browser browser, AtomicLong count) {
        while (!closed) {
            try {
                shows(browser.get(desk + "/new?type=" + ExampleDesk.ID), "name=\"field-code\"");
                shows(browser.get(desk), "My Requests");
                shows(browser.get(desk + "/" + ticket), subject);
            } catch (AssertionError | RuntimeException failed) {
                failures.add(String.valueOf(failed.getMessage()));
            }
            count.incrementAndGet();
        }
    }

    private static void shows(Answer answer, String text) {
        if (!answer.require(200).body().contains(text)) {
            throw new AssertionError(answer.response().uri() + " does not show " + text + ":\n" + answer.body());
        }
    }

    /** Waits until each has read all pages from now on. */
    void awaitRound() {
        var before = rounds.stream().map(AtomicLong::get).toList();
        var done = Waiting.until(
                () -> {
                    for (var customer = 0; customer < before.size(); customer++) {
                        // The one that it is at began earlier.
                        if (rounds.get(customer).get() < before.get(customer) + 2) {
                            return false;
                        }
                    }
                    return true;
                },
                PATIENCE);
        if (!done) {
            throw new AssertionError("The pages do not come");
        }
    }

    long rounds() {
        return rounds.stream().mapToLong(AtomicLong::get).sum();
    }

    /** What went wrong. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        closed = true;
        customers.shutdown();
        try {
            customers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
