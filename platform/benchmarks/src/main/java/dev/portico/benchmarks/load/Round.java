package dev.portico.benchmarks.load;

import java.util.List;

/** Things in turn, again and again; one for one user. */
final class Round<T> {
    private final List<T> things;
    private int next;

    Round(List<T> things, int start) {
        if (things.isEmpty()) {
            throw new IllegalArgumentException("Nothing to go round");
        }
        this.things = things;
        this.next = start;
    }

    T next() {
        return things.get(next++ % things.size());
    }
}
