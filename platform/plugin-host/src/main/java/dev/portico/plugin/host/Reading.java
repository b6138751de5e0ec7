package dev.portico.plugin.host;

import java.util.List;

/** What came of reading a plugin's jar. */
public sealed interface Reading {
    record Valid(PluginPackage content) implements Reading {}

    /** @param problems every one that was found, each with its place, in plain words */
    record Invalid(List<String> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
