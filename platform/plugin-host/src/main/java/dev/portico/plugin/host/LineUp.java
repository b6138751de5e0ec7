package dev.portico.plugin.host;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The generations that run together, one of each plugin. Keeps each of them loaded until nobody holds it any more. */
final class LineUp {
    private final Map<String, Generation> generations = new TreeMap<>();
    private final Catalog catalog;
    private final Holds holds = new Holds(this::end);

    /** @param running each held by the caller */
    LineUp(Collection<Generation> running) {
        running.forEach(generation -> {
            generation.take();
            generations.put(generation.content().id(), generation);
        });
        catalog = new Catalog(
                generations.values().stream().map(Generation::content).toList());
    }

    Catalog catalog() {
        return catalog;
    }

    Optional<Generation> generation(String pluginId) {
        return Optional.ofNullable(generations.get(pluginId));
    }

    List<Generation> generations() {
        return List.copyOf(generations.values());
    }

    boolean take() {
        return holds.take();
    }

    void giveBack() {
        holds.giveBack();
    }

    private void end() {
        generations.values().forEach(Generation::giveBack);
    }
}
