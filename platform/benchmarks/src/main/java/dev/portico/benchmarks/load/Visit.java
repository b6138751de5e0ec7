package dev.portico.benchmarks.load;

/** What one user does in a scenario, again and again, waiting for each answer. */
@FunctionalInterface
public interface Visit {
    /** @throws AssertionError where an answer is not what was asked for */
    void run();
}
