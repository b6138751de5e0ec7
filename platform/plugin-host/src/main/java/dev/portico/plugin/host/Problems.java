package dev.portico.plugin.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What is wrong with a document, in the order found, each with its place: {@code scales[0].id: …}. */
final class Problems {
    private static final int LIMIT = 200;
    private static final int QUOTED = 60;

    private final List<String> found = new ArrayList<>();

    void add(String place, String what) {
        if (found.size() < LIMIT) {
            found.add(place + ": " + what);
        }
    }

    void require(boolean fine, String place, String what) {
        if (!fine) {
            add(place, what);
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<String> list() {
        return List.copyOf(found);
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
