package dev.portico.plugin.manifest;

import java.util.List;
import java.util.Optional;

/**
 * A severity or priority scale.
 *
 * @param label message key of the scale's name, "Severity Level" for example
 * @param levels most serious first
 */
public record Scale(String id, String label, List<Level> levels) {
    public Scale {
        levels = List.copyOf(levels);
    }

    /**
     * @param id what is stored and what the API speaks, {@code 1} for example
     * @param label message key
     * @param description message key of the guidance shown beside the choice
     */
    public record Level(String id, String label, String description, Tone tone) {}

    /** Place of a level, 1 for the most serious; 0 where there is no such level. */
    public int rank(String id) {
        return levels.stream().map(Level::id).toList().indexOf(id) + 1;
    }

    public Optional<Level> level(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }
}
