package dev.portico.plugin.web;

import dev.portico.plugin.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A part of a page.
 *
 * @param heading a page's only section may be without
 */
public record Section(Optional<Text> heading, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public static Section of(Text heading, Block... blocks) {
        return new Section(Optional.of(heading), List.of(blocks));
    }

    public static Section of(Block... blocks) {
        return new Section(Optional.empty(), List.of(blocks));
    }
}
