package dev.portico.plugin.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plugin's jar and what became of it.
 *
 * @param content what it declares; empty if that could not be read
 * @param problems why it does not run; empty if it runs
 */
public record InstalledPlugin(Path jar, Optional<PluginPackage> content, State state, List<Problem> problems) {
    public InstalledPlugin {
        problems = List.copyOf(problems);
    }

    public enum State {
        RUNNING,
        /** Its manifest is not in order or another plugin has its id; no class was loaded. */
        REJECTED,
        /** Its classes could not be loaded or its extensions not be made. */
        FAILED
    }
}
