package dev.portico.plugin.host;

import dev.portico.i18n.Languages;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with a plugin's jar, or that an administrator should know of it, as a value that can be said
 * in every language.
 *
 * <p>Place and arguments are made safe to show: no control characters, and not endless.
 *
 * @param key of a message in {@link HostTexts}; it stays the same over versions, so programs may ask for it
 * @param place where in the jar or its manifest; empty if it is about the whole
 * @param arguments of the message, by name: numbers and text
 */
public record Problem(String key, String place, Map<String, Object> arguments) {
    private static final int LONGEST = 300;

    public Problem {
        place = safe(place);
        arguments = arguments.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() instanceof String text ? safe(text) : entry.getValue()));
    }

    /** Much of it comes from a stranger. */
    private static String safe(String text) {
        var plain = Problems.plain(text);
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }

    public static Problem of(String key, String place) {
        return new Problem(key, place, Map.of());
    }

    public static Problem of(String key, String place, String name, Object value) {
        return new Problem(key, place, Map.of(name, value));
    }

    /** A sentence that was made in English. */
    static Problem sentence(String place, String english) {
        return of("plugin.problem.sentence", place, "sentence", english);
    }

    /** The portal's process died that many times while the plugin was starting, and did not come to say why. */
    public static Problem died(int times) {
        return of("plugin.problem.died", "", "count", times);
    }

    /** With its place before it. */
    public String text(Locale language) {
        var text = HostTexts.text(language, key, arguments);
        return place.isEmpty() ? text : place + ": " + text;
    }

    @Override
    public String toString() {
        return text(Languages.ENGLISH);
    }
}
