package dev.portico.portal.extension.boundary;

import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Input;
import dev.portico.portal.extension.boundary.FormView.Choice;
import dev.portico.portal.extension.boundary.FormView.Field;
import dev.portico.portal.extension.boundary.FormView.Group;
import dev.portico.portal.extension.boundary.FormView.Hidden;
import dev.portico.portal.page.FormProblems.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** Reads the forms of a plugin's page. */
record FormReading(PageReading page) {
    FormView read(Block.Form form) {
        var fields = new ArrayList<Field>();
        var hidden = new ArrayList<Hidden>();
        page.size().parts(form.inputs()).forEach(input -> {
            if (input.kind() == Input.Kind.HIDDEN) {
                values(input).forEach(value -> hidden.add(new Hidden(text(input.name()), text(value))));
            } else {
                fields.add(field(form.id(), input));
            }
        });
        return new FormView(
                text(form.id()), List.copyOf(fields), List.copyOf(hidden), page.phrase(form.submit()), form.danger());
    }

    private Field field(String form, Input input) {
        return new Field(
                form + "-" + text(input.name()),
                text(input.name()),
                Objects.requireNonNull(input.kind()),
                page.phrase(input.label()),
                page.optional(input.help()),
                input.required(),
                groups(input),
                values(input).stream().findFirst().map(this::text).orElse(""),
                page.optional(input.problem()));
    }

    private List<String> values(Input input) {
        return page.size().parts(input.values());
    }

    private String text(String said) {
        return page.size().text(said);
    }

    private List<Group> groups(Input input) {
        var groups = new LinkedHashMap<Phrase, List<Choice>>();
        page.size().parts(input.choices()).forEach(choice -> groups.computeIfAbsent(
                        page.optional(choice.group()), first -> new ArrayList<>())
                .add(new Choice(
                        text(choice.value()),
                        page.phrase(choice.label()),
                        input.values().contains(choice.value()))));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    /** For the summary above the page, in the page's order. */
    static List<Problem> problems(List<PageView.SectionView> sections) {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block instanceof FormView form ? form.fields().stream() : List.<Field>of().stream())
                .filter(Field::wrong)
                .map(field -> new Problem(
                        field.id(), field.label().text(), field.problem().text()))
                .toList();
    }
}
