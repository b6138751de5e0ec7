package dev.portico.plugin.web;

import dev.portico.plugin.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A page, of up to 500 blocks, 20,000 rows, days, links and the like, and a million characters. A form of it with problems
 * makes it the answer to a form that was refused, see {@link Input#problem()}.
 *
 * @param lead a sentence beneath the title
 * @param up the page that this one belongs to
 * @param actions what can be done here; the first is the main one
 */
public record Page(Text title, Optional<Text> lead, Optional<Link> up, List<Link> actions, List<Section> sections)
        implements Answer {
    public Page {
        actions = List.copyOf(actions);
        sections = List.copyOf(sections);
    }

    /** Without lead, way up or actions. */
    public static Page of(Text title, List<Section> sections) {
        return new Page(title, Optional.empty(), Optional.empty(), List.of(), sections);
    }
}
