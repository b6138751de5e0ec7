package dev.portico.benchmarks.report;

import dev.portico.benchmarks.machine.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class Reports {
    private Reports() {}

    static Figure figure(String scenario, int users, double portalCpu) {
        return new Figure(scenario, users, 600, 99.5, 10.25, 20.5, portalCpu, 1.5, 0.02, 4, 0.25);
    }

    static Report of(Figure... figures) {
        return new Report(
                Instant.parse("2026-11-22T04:00:00Z"),
                Optional.of("0123456789ab-dirty"),
                new Machine("Some processor", 2, 25_000_000_000L, "Linux 6 amd64", "17.0.15"),
                100_000,
                6,
                List.of(figures),
                Map.of("portal", 524_288_000L, "postgres", 104_857_600L, "keycloak", 400_000_000L),
                List.of(new Start("cold", 20.5, 30.25, 0.1), new Start("warm", 5.5, 9.75, 0.2)),
                List.of(new Weight("list", "cold", 7, 134.2), new Weight("list", "warm", 1, 33.6)),
                Optional.of(new Growth(1000, 10, 1_000_000, 10.5)));
    }

    /** Of a run that measured nothing else. */
    static Report only(Figure... figures) {
        var whole = of(figures);
        return new Report(
                whole.date(),
                Optional.empty(),
                whole.machine(),
                whole.cases(),
                whole.seconds(),
                whole.figures(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
