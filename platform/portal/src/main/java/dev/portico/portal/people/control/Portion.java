package dev.portico.portal.people.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A page of a list.
 *
 * @param before whether there are rows before it
 * @param after whether there are rows after it
 * @param count of all that the list has, up to {@link #MOST_COUNTED} and one
 */
public record Portion<T>(List<T> rows, boolean before, boolean after, int count) {
    public static final int MOST_COUNTED = 1000;

    public Portion {
        rows = List.copyOf(rows);
    }

    /**
     * @param read one row more than wanted, if there is one, in the order read
     * @param from where reading began; nothing for the beginning of the list
     */
    static <T> Portion<T> of(List<T> read, int size, PeopleQuery.From from, int count) {
        var more = read.size() > size;
        var rows = new ArrayList<>(more ? read.subList(0, size) : read);
        if (from.backwards()) {
            Collections.reverse(rows);
        }
        return from.backwards()
                ? new Portion<>(rows, more, true, count)
                : new Portion<>(rows, !from.beginning(), more, count);
    }

    public boolean counted() {
        return count <= MOST_COUNTED;
    }
}
