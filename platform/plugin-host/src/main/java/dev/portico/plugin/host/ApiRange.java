package dev.portico.plugin.host;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of plugin API versions with both ends: {@code [1.0,2.0)}; square brackets include the end. */
record ApiRange(String from, boolean withFrom, String to, boolean withTo) {
    private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6}){0,2})";
    private static final Pattern RANGE =
            Pattern.compile("([\\[(])\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*([\\])])");

    static Optional<ApiRange> parse(String text) {
        var match = RANGE.matcher(text);
        return match.matches()
                ? Optional.of(new ApiRange(
                        match.group(2),
                        match.group(1).equals("["),
                        match.group(3),
                        match.group(4).equals("]")))
                : Optional.empty();
    }

    boolean contains(String version) {
        int low = Arrays.compare(numbers(version), numbers(from));
        int high = Arrays.compare(numbers(version), numbers(to));
        return (low > 0 || withFrom && low == 0) && (high < 0 || withTo && high == 0);
    }

    private static int[] numbers(String version) {
        var parts = version.split("\\.", -1);
        var numbers = new int[3];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }
}
