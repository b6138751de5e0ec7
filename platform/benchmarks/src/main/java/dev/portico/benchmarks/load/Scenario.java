package dev.portico.benchmarks.load;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A kind of request.
 *
 * @param writes whether it leaves work behind, such as mails to be sent
 * @param users at how many users it is measured
 * @param visitor what the user of a number does, from 0
 */
public record Scenario(String name, boolean writes, List<Integer> users, IntFunction<Visit> visitor) {
    static Scenario reading(String name, IntFunction<Visit> visitor) {
        return new Scenario(name, false, List.of(1, 8), visitor);
    }

    static Scenario writing(String name, IntFunction<Visit> visitor) {
        return new Scenario(name, true, List.of(1, 4, 8), visitor);
    }

    public List<Visit> visits(int count) {
        return IntStream.range(0, count).mapToObj(visitor).toList();
    }
}
