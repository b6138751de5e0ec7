package dev.portico.systemstatus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Input;
import dev.portico.plugin.web.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what pages show. */
final class Pages {
    private Pages() {}

    static Page page(Answer answer) {
        assertThat(answer).isInstanceOf(Page.class);
        return (Page) answer;
    }

    static <T extends Block> List<T> blocks(Answer answer, Class<T> kind) {
        return page(answer).sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static Block.Form form(Answer answer, String id) {
        return blocks(answer, Block.Form.class).stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no form " + id));
    }

    static Optional<Input> input(Answer answer, String form, String name) {
        return form(answer, form).inputs().stream()
                .filter(input -> input.name().equals(name))
                .findFirst();
    }

    static List<String> fields(Answer answer, String form) {
        return form(answer, form).inputs().stream()
                .filter(input -> input.kind() != Input.Kind.HIDDEN)
                .map(Input::name)
                .toList();
    }

    /** The form as a browser would send it, with these fields changed. */
    static Map<String, List<String>> filled(Answer answer, String id, Map<String, ?> changes) {
        var values = new HashMap<String, List<String>>();
        form(answer, id).inputs().forEach(input -> values.put(input.name(), input.values()));
        values.put("form", List.of(id));
        changes.forEach((name, value) -> values.put(
                name,
                value instanceof List<?> all
                        ? all.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value))));
        return values;
    }

    /** Beside which fields something is said, and what. */
    static Map<String, String> problems(Answer answer) {
        var problems = new HashMap<String, String>();
        blocks(answer, Block.Form.class).stream()
                .flatMap(form -> form.inputs().stream())
                .forEach(input -> input.problem().ifPresent(text -> problems.put(input.name(), World.english(text))));
        return problems;
    }

    /** The last part of the address that the answer sends to. */
    static String sentTo(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.SeeOther.class);
        var to = ((Answer.SeeOther) answer).to();
        var path = to instanceof Address.OfStaff staff ? staff.path() : ((Address.OfTenant) to).path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** All words of a page, in English. */
    static List<String> words(Answer answer) {
        return page(answer).sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(Pages::texts)
                .map(World::english)
                .toList();
    }

    private static Stream<Text> texts(Block block) {
        if (block instanceof Block.Callout callout) {
            return Stream.of(callout.title(), callout.text());
        } else if (block instanceof Block.States states) {
            return states.states().stream().flatMap(state -> Stream.of(state.name(), state.state()));
        } else if (block instanceof Block.Timeline timeline) {
            return timeline.events().stream()
                    .flatMap(event -> Stream.concat(
                            Stream.of(event.label(), event.text()), event.link().map(link -> link.label()).stream()));
        } else if (block instanceof Block.Facts facts) {
            return facts.facts().stream().flatMap(fact -> Stream.of(fact.name(), fact.value()));
        } else if (block instanceof Block.Table table) {
            return table.rows().stream().flatMap(row -> row.cells().stream().map(Block.Cell::text));
        } else if (block instanceof Block.Days days) {
            return Stream.of(days.name(), days.summary());
        }
        return Stream.empty();
    }
}
