package dev.portico.plugin.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What is wrong with a document, in the order found, each with its place: {@code scales[0].id: …}. */
final class Problems {
    private static final int LIMIT = 200;
    private static final int QUOTED = 60;

    private final List<Problem> found = new ArrayList<>();

    /** @param key of a message in {@link HostTexts}, without arguments */
    void tell(String place, String key) {
        add(Problem.of(key, place));
    }

    /** @param value the argument {@code value} of the message, as text */
    void tell(String place, String key, Object value) {
        add(Problem.of(key, place, "value", String.valueOf(value)));
    }

    /** @param other the argument {@code other} */
    void tell(String place, String key, Object value, Object other) {
        add(new Problem(key, place, Map.of("value", String.valueOf(value), "other", String.valueOf(other))));
    }

    void demand(boolean fine, String place, String key) {
        if (!fine) {
            tell(place, key);
        }
    }

    void demand(boolean fine, String place, String key, Object value) {
        if (!fine) {
            tell(place, key, value);
        }
    }

    void demand(boolean fine, String place, String key, Object value, Object other) {
        if (!fine) {
            tell(place, key, value, other);
        }
    }

    /** @param english a sentence that nobody has in another language */
    void add(String place, String english) {
        add(Problem.sentence(place, english));
    }

    private void add(Problem problem) {
        if (found.size() < LIMIT) {
            found.add(problem);
        }
    }

    /** As {@link #add(String, String)}. */
    void require(boolean fine, String place, String english) {
        if (!fine) {
            add(place, english);
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    /** In English, for those who log it. */
    List<String> list() {
        return found.stream().map(Problem::toString).toList();
    }

    /** Text of a stranger, safe to show inside a sentence. */
    static String quote(String text) {
        var plain = plain(text);
        return "'" + (plain.length() > QUOTED ? plain.substring(0, QUOTED) + "…" : plain) + "'";
    }

    static String plain(String text) {
        return text.replaceAll("\\p{C}", "?");
    }

    static <T> void each(String place, List<T> items, BiConsumer<String, T> check) {
        for (int i = 0; i < items.size(); i++) {
            check.accept(place + "[" + i + "]", items.get(i));
        }
    }
}
