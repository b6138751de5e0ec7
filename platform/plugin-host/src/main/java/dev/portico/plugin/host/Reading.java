package dev.portico.plugin.host;

import java.util.List;

/** What came of reading a plugin's jar. */
public sealed interface Reading {
    record Valid(PluginPackage content) implements Reading {}

    /** @param found every problem, each with its place */
    record Invalid(List<Problem> found) implements Reading {
        public Invalid {
            found = List.copyOf(found);
        }

        /** In English, for those who log it. */
        public List<String> problems() {
            return found.stream().map(Problem::toString).toList();
        }
    }
}
