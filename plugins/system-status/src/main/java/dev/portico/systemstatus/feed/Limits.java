package dev.portico.systemstatus.feed;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/** How much of everything is taken. */
final class Limits {
    static final int COMPONENTS = 900;
    /** The latest are taken of more. */
    static final int INCIDENTS = 100;
    /** The latest are taken of more. */
    static final int UPDATES = 60;
    /** Of what goes on nothing is left out. */
    static final int OPEN = 300;
    /** A document that has more of anything is no status page that somebody reads. */
    static final int ABSURD = 2_000;

    private Limits() {}

    /** Those with the latest times, in the order in which they came. */
    static <T> List<T> latest(List<T> all, int most, Function<T, Instant> time) {
        if (all.size() <= most) {
            return all;
        }
        var kept = Collections.newSetFromMap(new IdentityHashMap<T, Boolean>());
        all.stream().sorted(Comparator.comparing(time).reversed()).limit(most).forEach(kept::add);
        return all.stream().filter(kept::contains).toList();
    }
}
