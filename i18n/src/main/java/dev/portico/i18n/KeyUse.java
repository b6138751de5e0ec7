package dev.portico.i18n;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where sources name message keys.
 *
 * @param words everything in the sources that may be a key
 * @param calls the keys that {@code m.text('…')} asks for, with the file that does
 * @param unreadable problems, in plain words: a check that read nothing must not pass
 */
record KeyUse(Set<String> words, Map<String, String> calls, List<String> unreadable) {

    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|xhtml|html|xml|js|json|yaml|yml|ftl)");
    private static final Pattern WORD = Pattern.compile("\\w+(?:[.-]\\w+)*");

    /** Only whole keys: {@code m.text('severity.' += level)} names none. */
    private static final Pattern CALL = Pattern.compile("\\bm\\.text\\(\\s*(['\"]|&quot;|&#39;)([\\w.-]+)\\1\\s*[,)]");

    static KeyUse in(List<Path> roots) {
        var use = new KeyUse(new TreeSet<>(), new TreeMap<>(), new ArrayList<>());
        roots.forEach(use::readAll);
        return use;
    }

    private void readAll(Path root) {
        try (var files = Files.walk(root)) {
            var sources = files.filter(file -> SOURCE.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
            if (sources.isEmpty()) {
                unreadable.add("There are no sources in " + root);
            }
            for (var source : sources) {
                read(source);
            }
        } catch (IOException failure) {
            unreadable.add("Sources cannot be read: " + failure);
        }
    }

    private void read(Path source) throws IOException {
        var text = Files.readString(source);
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
        CALL.matcher(text).results().forEach(call -> calls.putIfAbsent(call.group(2), source.toString()));
    }
}
