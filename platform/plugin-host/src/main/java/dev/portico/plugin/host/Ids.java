package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Identifiers are well-formed, and unique where they are declared. An empty one was reported when it was read. */
record Ids(Problems problems) {
    private static final Pattern DASHED = Pattern.compile("(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");

    <T> void check(String place, List<T> items, Function<T, String> id) {
        each(place, items, (at, item) -> checkForm(at + ".id", id.apply(item)));
        checkUnique(place, items, id);
    }

    /** For what becomes the name of a JSON member. */
    <T> void checkCamel(String place, List<T> items, Function<T, String> id) {
        each(
                place,
                items,
                (at, item) -> problems.demand(
                        id.apply(item).isEmpty()
                                || CAMEL.matcher(id.apply(item)).matches(),
                        at + ".id",
                        "plugin.problem.no-camel-id",
                        id.apply(item)));
        checkUnique(place, items, id);
    }

    void checkForm(String at, String id) {
        problems.demand(id.isEmpty() || DASHED.matcher(id).matches(), at, "plugin.problem.no-dashed-id", id);
    }

    private <T> void checkUnique(String place, List<T> items, Function<T, String> id) {
        var seen = new HashSet<String>();
        each(
                place,
                items,
                (at, item) -> problems.demand(
                        id.apply(item).isEmpty() || seen.add(id.apply(item)),
                        at + ".id",
                        "plugin.problem.twice",
                        id.apply(item)));
    }
}
