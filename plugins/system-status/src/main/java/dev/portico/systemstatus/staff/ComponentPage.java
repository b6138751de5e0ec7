package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.ComponentStore;
import dev.portico.systemstatus.store.ManualComponents;
import dev.portico.systemstatus.web.Visit;
import java.util.List;
import java.util.Optional;

/** A component that staff made. */
public final class ComponentPage {
    private static final String EDIT = "edit";
    private static final String RETIRE = "retire";

    private final Visit visit;
    private final Component component;
    private final ComponentForm form;

    private ComponentPage(Visit visit, Component component) {
        this.visit = visit;
        this.component = component;
        this.form = new ComponentForm(visit.languages());
    }

    static Address address(Component component) {
        return Address.staff("status/components/" + component.id());
    }

    public static Answer answer(Visit visit) {
        return visit.tenant()
                .tables()
                .transact(statements -> new ComponentStore(statements).find(visit.variable("component")))
                .filter(found -> found.manual() && found.goneAt().isEmpty())
                .map(found -> new ComponentPage(visit, found).answer())
                .orElseGet(Answer.Absent::new);
    }

    private Answer answer() {
        if (visit.posted(RETIRE)) {
            visit.tenant().tables().transact(statements -> {
                new ManualComponents(statements).remove(component.id(), visit.now());
                return true;
            });
            return new Answer.SeeOther(ComponentsPage.ADDRESS, Optional.of(Text.of("done.retired")));
        }
        return visit.posted(EDIT) ? edit() : show(form.entry(component));
    }

    private Answer edit() {
        var entry = Entry.typed(visit);
        var typed = form.read(entry, component.name());
        if (typed.isPresent()) {
            var content = typed.get();
            var version = entry.text("version");
            var saved = version.matches("[0-9]{1,18}")
                    && visit.tenant().tables().transact(statements -> new ManualComponents(statements)
                            .change(
                                    component.id(),
                                    Long.parseLong(version),
                                    content.name(),
                                    content.region(),
                                    content.position()));
            if (saved) {
                return new Answer.SeeOther(ComponentsPage.ADDRESS, Optional.of(Text.of("done.saved")));
            }
            form.changed(entry, component);
        }
        return show(entry);
    }

    private Page show(Entry entry) {
        return new Page(
                component.name().asText(),
                Optional.empty(),
                Optional.of(new Link(Text.of("status.components"), ComponentsPage.ADDRESS)),
                List.of(),
                List.of(
                        Section.of(Text.of("edit.change"), form.block(EDIT, entry, Text.of("edit.save"))),
                        Section.of(
                                Text.of("component.retire"),
                                new Block.Paragraph(Text.of("component.retire.text")),
                                new Block.Form(RETIRE, List.of(), Text.of("component.retire"), true))));
    }
}
