package dev.portico.plugin.host.vetting;

import dev.portico.plugin.host.Problem;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A name stays below the folder that the jar would be unpacked in, on every system, and is there once. */
final class EntryNames {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(".*\\p{C}.*", Pattern.DOTALL);
    private static final Set<String> NOT_A_NAME = Set.of("", ".", "..");

    private EntryNames() {}

    static void check(List<Entry> entries, List<Problem> problems) {
        var seen = new HashSet<String>();
        Map<String, String> alike = new HashMap<>();
        for (var entry : entries) {
            checkForm(entry, problems);
            var path = entry.folder() ? entry.name().substring(0, entry.name().length() - 1) : entry.name();
            var twin = alike.putIfAbsent(folded(path), entry.name());
            if (!seen.add(path)) {
                problems.add(Problem.of("plugin.problem.duplicate", entry.name()));
            } else if (twin != null) {
                problems.add(Problem.of("plugin.problem.differs-by-case", entry.name(), "other", twin));
            }
        }
    }

    private static void checkForm(Entry entry, List<Problem> problems) {
        var name = entry.name();
        var parts = name.split("/", -1);
        var last = entry.folder() ? parts.length - 1 : parts.length;
        boolean steps = Arrays.stream(parts, 0, last).anyMatch(NOT_A_NAME::contains);
        if (steps || name.indexOf('\\') >= 0 || DRIVE.matcher(name).matches()) {
            problems.add(Problem.of("plugin.problem.escapes", name));
        }
        if (!entry.clearName() || CONTROL.matcher(name).matches()) {
            problems.add(Problem.of("plugin.problem.unclear-name", name));
        }
        if (entry.special()) {
            problems.add(Problem.of("plugin.problem.special-file", name));
        }
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
