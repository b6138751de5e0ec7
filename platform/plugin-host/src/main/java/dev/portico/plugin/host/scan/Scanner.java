package dev.portico.plugin.host.scan;

import dev.portico.plugin.host.scan.CodeScan.Place;
import dev.portico.plugin.host.scan.CodeScan.Use;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;

/** Reads the classes of one jar and counts. */
final class Scanner {
    private static final String CLASS = ".class";
    private static final int EXAMPLES = 2;

    private final Map<Power, Integer> counts = new EnumMap<>(Power.class);
    private final Map<Power, List<Place>> examples = new EnumMap<>(Power.class);
    private final Map<String, Optional<Power>> known = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private int classes;

    CodeScan scan(Path path) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(CLASS)) {
                    try (var content = jar.getInputStream(entry)) {
                        read(entry.getName(), content.readAllBytes());
                    }
                }
            }
        }
        var uses = new EnumMap<Power, Use>(Power.class);
        counts.forEach((power, count) -> uses.put(power, new Use(count, examples.getOrDefault(power, List.of()))));
        return new CodeScan(classes, Collections.unmodifiableMap(uses), unreadable);
    }

    private void read(String name, byte[] content) {
        try {
            new ClassReader(content)
                    .accept(new ClassCalls(this::found), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            classes++;
        } catch (RuntimeException | StackOverflowError damaged) {
            // ASM promises nothing about a class that somebody damaged with care
            unreadable.add(name);
        }
    }

    private void found(String caller, String type, String member) {
        known.computeIfAbsent(type + "." + member, both -> Powers.of(type, member))
                .ifPresent(power -> count(power, new Place(caller, type + "." + member)));
    }

    private void count(Power power, Place place) {
        counts.merge(power, 1, Integer::sum);
        var places = examples.computeIfAbsent(power, first -> new ArrayList<>());
        if (places.size() < EXAMPLES) {
            places.add(place);
        }
    }
}
