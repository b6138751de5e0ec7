package dev.portico.benchmarks.report;

import dev.portico.benchmarks.machine.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run.
 *
 * @param commit what was measured, where git knows it
 * @param memory proportional set size in bytes by process, after the load
 */
public record Report(
        Instant date,
        Optional<String> commit,
        Machine machine,
        int cases,
        double seconds,
        List<Figure> figures,
        Map<String, Long> memory,
        List<Start> starts,
        List<Weight> weights,
        Optional<Growth> growth) {

    public Optional<Figure> figure(String scenario, int users) {
        return figures.stream()
                .filter(figure -> figure.scenario().equals(scenario) && figure.users() == users)
                .findFirst();
    }
}
