package dev.portico.portal.page;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One or two letters in place of a picture. */
public final class Initials {
    private Initials() {}

    public static String of(String name) {
        return Stream.of(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toString(word.codePointAt(0)))
                .limit(2)
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
