package dev.portico.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to measure and for how long, from {@code -Dportico.bench…} properties.
 *
 * @param only names of scenarios and of the measurements beside them; all if empty
 * @param time how long each figure is measured under load
 * @param cases how many the tenant has
 * @param users at how many users each scenario is measured; each at its own numbers if empty
 * @param compare one earlier report to compare the new one with, or two to compare with each other
 */
public record Options(Set<String> only, Duration time, int cases, List<Integer> users, List<Path> compare) {
    static final Set<String> SCENARIOS = Set.of(
            "list",
            "small-list",
            "search",
            "case",
            "small-case",
            "queue",
            "form",
            "create",
            "search-again",
            "rest-list",
            "rest-small-list",
            "rest-search",
            "rest-case",
            "rest-create");

    private static final Set<String> ONCE = Set.of("start", "memory", "weight", "growth");
    private static final String PREFIX = "portico.bench.";
    private static final int CASES = 100_000;
    private static final double SECONDS = 6;
    /** The small customer has one case in so many that it has 25 altogether. */
    static final int SMALL = 25;

    public Options {
        require(
                only.stream().allMatch(name -> SCENARIOS.contains(name) || ONCE.contains(name)),
                "only",
                only,
                "has to name some of " + new TreeSet<>(SCENARIOS) + " and " + new TreeSet<>(ONCE));
        require(time.toMillis() > 0, "seconds", time, "has to be more than none");
        require(
                cases >= 1000 && cases % (2 * SMALL) == 0,
                "cases",
                cases,
                "has to be a multiple of 50 and at least 1000");
        require(users.stream().allMatch(count -> count > 0), "users", users, "has to be numbers from 1");
        require(compare.size() <= 2, "compare", compare, "takes one or two files");
        only = Set.copyOf(only);
        users = List.copyOf(users);
        compare = List.copyOf(compare);
    }

    static Options from(Properties properties) {
        return new Options(
                words(properties, "only").collect(Collectors.toSet()),
                Duration.ofMillis((long) (1000 * number(properties, "seconds").orElse(SECONDS))),
                number(properties, "cases").map(Double::intValue).orElse(CASES),
                words(properties, "users")
                        .map(count -> (int) number("users", count))
                        .toList(),
                words(properties, "compare").map(Path::of).toList());
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    boolean comparesOnly() {
        return compare.size() == 2;
    }

    private static Stream<String> words(Properties properties, String name) {
        return Stream.of(properties.getProperty(PREFIX + name, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private static Optional<Double> number(Properties properties, String name) {
        return words(properties, name).findFirst().map(text -> number(name, text));
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(PREFIX + name + " is no number: " + text, e);
        }
    }

    private static void require(boolean right, String name, Object value, String rule) {
        if (!right) {
            throw new IllegalArgumentException(PREFIX + name + " " + rule + ", not " + value);
        }
    }
}
