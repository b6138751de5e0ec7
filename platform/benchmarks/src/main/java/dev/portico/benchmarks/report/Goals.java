package dev.portico.benchmarks.report;

import java.util.Map;
import java.util.Optional;

/**
 * Processor time a request that is to be reached, and what the best of osTicket, Redmine and Request Tracker needs on a
 * machine of two cores, by scenario, in milliseconds.
 */
final class Goals {
    static final double NEW_CASES_A_SECOND = 150;
    static final double PEERS_NEW_CASES_A_SECOND = 16;
    static final int NEW_CASE_USERS = 4;
    static final int REQUESTS = 10;
    static final double KILOBYTES = 250;
    static final double PEERS_KILOBYTES = 198;
    static final long MEGABYTES = 600;
    static final long PEERS_MEGABYTES = 312;
    static final double PEERS_START_SECONDS = 0.7;
    static final double GROWTH_PERCENT = 10;

    private static final Map<String, Double> TARGETS =
            Map.of("list", 8.0, "small-list", 4.0, "search", 6.0, "case", 8.0, "create", 10.0);
    private static final Map<String, Double> PEERS =
            Map.of("list", 114.0, "small-list", 13.0, "search", 75.0, "case", 42.0, "small-case", 24.0, "create", 95.0);

    private Goals() {}

    static Optional<Double> target(String scenario) {
        return Optional.ofNullable(TARGETS.get(scenario));
    }

    static Optional<Double> peer(String scenario) {
        return Optional.ofNullable(PEERS.get(scenario));
    }
}
