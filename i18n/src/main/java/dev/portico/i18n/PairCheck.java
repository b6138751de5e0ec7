package dev.portico.i18n;

import dev.portico.i18n.Placeholder.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds where a message and its translation do not take the same arguments. */
final class PairCheck {

    private PairCheck() {}

    /** @return words to follow the key; empty also if either cannot be parsed, which {@link PatternCheck} tells */
    static List<String> problems(String english, String spanish) {
        try {
            return mismatches(Placeholder.of(english), Placeholder.of(spanish));
        } catch (IllegalArgumentException unparsable) {
            return List.of();
        }
    }

    private static List<String> mismatches(List<Placeholder> english, List<Placeholder> spanish) {
        var kinds = Placeholder.kinds(english);
        var others = Placeholder.kinds(spanish);
        if (!kinds.keySet().equals(others.keySet())) {
            return List.of(
                    "has the arguments %s in English but %s in Spanish".formatted(kinds.keySet(), others.keySet()));
        }
        var problems = new ArrayList<String>();
        kinds.forEach((name, one) -> {
            var other = others.getOrDefault(name, Set.of());
            if (!compatible(one, other)) {
                problems.add(
                        "takes {%s} as %s in English but as %s in Spanish".formatted(name, words(one), words(other)));
            }
        });
        if (!bothChoose(english, spanish)) {
            problems.add("selects among %s in English but among %s in Spanish"
                    .formatted(choices(english), choices(spanish)));
        }
        return problems;
    }

    /** A bare placeholder fits numbers and words, but a date has to be formatted in both languages. */
    private static boolean compatible(Set<Kind> one, Set<Kind> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        if (all.contains(Kind.DATE)) {
            return one.equals(other);
        }
        all.remove(Kind.ANY);
        return all.size() <= 1;
    }

    /** Grammar may call for a choice in one language alone (gender), but where both choose, both know all words. */
    private static boolean bothChoose(List<Placeholder> english, List<Placeholder> spanish) {
        var one = choices(english);
        var other = choices(spanish);
        return one.entrySet().stream().allMatch(choice -> other.getOrDefault(choice.getKey(), choice.getValue())
                .equals(choice.getValue()));
    }

    private static Map<String, Set<String>> choices(List<Placeholder> placeholders) {
        return placeholders.stream()
                .filter(placeholder -> placeholder.kind() == Kind.CHOICE)
                .collect(Collectors.groupingBy(
                        Placeholder::name,
                        TreeMap::new,
                        Collectors.flatMapping(
                                choice -> choice.selectors().stream(), Collectors.toCollection(TreeSet::new))));
    }

    private static String words(Set<Kind> kinds) {
        return kinds.stream().map(Kind::words).collect(Collectors.joining(" and "));
    }
}
