package dev.portico.i18n;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what is wrong with the English and Spanish messages of one module. A module's test asserts that the list of
 * problems is empty.
 */
public final class BundleCheck {

    private BundleCheck() {}

    /** The problems of the two bundles by themselves, in plain words, each beginning with its key. */
    public static List<String> problems(MessageBundle en, MessageBundle es) {
        var problems = new ArrayList<String>();
        for (var bundle : List.of(en, es)) {
            bundle.duplicates().forEach(key -> problems.add(name(bundle, key) + "is defined more than once"));
            for (var key : new TreeSet<>(bundle.keys())) {
                bundle.pattern(key).stream()
                        .flatMap(pattern -> PatternCheck.problems(pattern, bundle.language()).stream())
                        .forEach(problem -> problems.add(name(bundle, key) + problem));
            }
        }
        allKeys(en, es).forEach(key -> ofPair(en, es, key).forEach(problem -> problems.add(key + " " + problem)));
        return List.copyOf(problems);
    }

    /**
     * As {@link #problems(MessageBundle, MessageBundle)}, and compares the keys with their use.
     *
     * @param usedKeys keys that must exist, because code makes them up or they stand outside the sources; one that ends
     *     in {@code *} stands for at least one key that begins so, as for {@code "severity." + level}
     * @param sourceRoots files or folders of sources; if there are none, unused keys are not looked for
     */
    public static List<String> problems(MessageBundle en, MessageBundle es, Set<String> usedKeys, Path... sourceRoots) {
        var defined = allKeys(en, es);
        var sources = KeyUse.in(List.of(sourceRoots));
        var undefined = new TreeSet<>(usedKeys)
                .stream()
                        .filter(used -> defined.stream().noneMatch(key -> covers(used, key)))
                        .map(used -> used + " is used but not defined");
        var called = sources.calls().keySet().stream()
                .filter(key -> !defined.contains(key))
                .map(key -> key + " is used in " + sources.calls().get(key) + " but not defined");
        var unused = defined.stream()
                .filter(key -> sourceRoots.length > 0 && !sources.words().contains(key))
                .filter(key -> usedKeys.stream().noneMatch(used -> covers(used, key)))
                .map(key -> key + " is defined but not used");
        return Stream.of(problems(en, es).stream(), sources.unreadable().stream(), undefined, called, unused)
                .flatMap(some -> some)
                .toList();
    }

    private static List<String> ofPair(MessageBundle en, MessageBundle es, String key) {
        var english = en.pattern(key);
        var spanish = es.pattern(key);
        if (english.isEmpty() || spanish.isEmpty()) {
            return List.of("is missing in " + (english.isEmpty() ? "English" : "Spanish"));
        }
        return PairCheck.problems(english.get(), spanish.get());
    }

    private static Set<String> allKeys(MessageBundle en, MessageBundle es) {
        var keys = new TreeSet<>(en.keys());
        keys.addAll(es.keys());
        return keys;
    }

    private static boolean covers(String used, String key) {
        return used.endsWith("*") ? key.startsWith(used.substring(0, used.length() - 1)) : key.equals(used);
    }

    private static String name(MessageBundle bundle, String key) {
        return "%s (%s) ".formatted(key, bundle.language().toLanguageTag());
    }
}
