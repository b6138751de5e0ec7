package dev.portico.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to measure, from {@code -Dportico.bench…} properties.
 *
 * @param only names of scenarios and of the measurements beside them; all if empty
 * @param time how long each figure is measured under load
 * @param cases how many the tenant has
 * @param compare one earlier report to compare the new one with, or two to compare with each other
 */
public record Options(Set<String> only, Duration time, int cases, List<Path> compare) {
    private static final String PREFIX = "portico.bench.";
    private static final int CASES = 100_000;
    private static final double SECONDS = 6;
    /** The small customer has one case in so many that it has 25 altogether. */
    static final int SMALL = 25;

    public Options {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException("No time to measure in: " + time);
        }
        if (cases < 1000 || cases % (2 * SMALL) != 0) {
            throw new IllegalArgumentException(
                    PREFIX + "cases has to be a multiple of 50 and at least 1000, not " + cases);
        }
        if (compare.size() > 2) {
            throw new IllegalArgumentException(PREFIX + "compare takes one or two files, not " + compare);
        }
        only = Set.copyOf(only);
        compare = List.copyOf(compare);
    }

    static Options from(Properties properties) {
        return new Options(
                words(properties, "only").collect(Collectors.toSet()),
                Duration.ofMillis((long) (1000 * number(properties, "seconds", SECONDS))),
                (int) number(properties, "cases", CASES),
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

    private static double number(Properties properties, String name, double standard) {
        var text = properties.getProperty(PREFIX + name, "").strip();
        try {
            return text.isEmpty() ? standard : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(PREFIX + name + " is no number: " + text, e);
        }
    }
}
