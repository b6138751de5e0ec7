package dev.portico.plugin.host.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was found in the classes of a jar. What is found is there, but what is not found may be there all the same, out
 * of reach of a look at single calls: tell people about it, decide nothing by it.
 *
 * @param classes how many were read
 * @param uses by power, the gravest first; what is not used is absent
 * @param unreadable classes that this version cannot read: made for a newer Java, or damaged
 */
public record CodeScan(int classes, Map<Power, Use> uses, List<String> unreadable) {
    public CodeScan {
        unreadable = List.copyOf(unreadable);
    }

    /**
     * @param count of places in the code
     * @param examples the first few of them
     */
    public record Use(int count, List<Place> examples) {
        public Use {
            examples = List.copyOf(examples);
        }
    }

    /**
     * @param caller class and method, {@code plug.Policy.assess} for example
     * @param callee what it uses, {@code java.lang.Thread.start} for example
     */
    public record Place(String caller, String callee) {}

    /** @param jar one that was vetted; none of its classes is loaded */
    public static CodeScan of(Path jar) throws IOException {
        return new Scanner().scan(jar);
    }
}
