package dev.portico.i18n;

import dev.portico.i18n.Placeholder.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out whether somebody's own words can stand in a message's place: they get the message's arguments and no others. */
public final class OverrideCheck {
    private OverrideCheck() {}

    /**
     * Arguments that the message does not take, or takes as something else: what is no number to the message has no
     * plural here. In alphabetical order.
     *
     * @param originals the message in all languages
     * @throws IllegalArgumentException if a pattern cannot be parsed, which {@link PatternCheck} tells
     */
    public static List<String> strangers(Collection<String> originals, String own) {
        var known = kinds(originals);
        return Placeholder.kinds(Placeholder.of(own)).entrySet().stream()
                .filter(argument -> !takes(known, argument.getKey(), argument.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Names of the arguments that the message takes, in alphabetical order. */
    public static List<String> arguments(Collection<String> originals) {
        return List.copyOf(kinds(originals).keySet());
    }

    /** Whether the words have nothing wrong with them, and no argument that is a stranger. */
    public static boolean fits(Collection<String> originals, String own) {
        try {
            return strangers(originals, own).isEmpty();
        } catch (IllegalArgumentException unparsable) {
            return false;
        }
    }

    private static boolean takes(Map<String, Set<Kind>> known, String name, Set<Kind> kinds) {
        var wanted = new TreeSet<>(kinds);
        wanted.remove(Kind.ANY);
        return known.containsKey(name) && known.get(name).containsAll(wanted);
    }

    private static Map<String, Set<Kind>> kinds(Collection<String> patterns) {
        var all = new TreeMap<String, Set<Kind>>();
        patterns.forEach(pattern -> Placeholder.kinds(Placeholder.of(pattern))
                .forEach((name, kinds) ->
                        all.computeIfAbsent(name, any -> new TreeSet<>()).addAll(kinds)));
        return all;
    }
}
