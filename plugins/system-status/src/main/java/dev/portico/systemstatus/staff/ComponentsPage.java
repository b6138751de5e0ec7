package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.model.Wording;
import dev.portico.systemstatus.store.Board;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.ManualComponents;
import dev.portico.systemstatus.web.Blocks;
import dev.portico.systemstatus.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All components, and a new one. */
public final class ComponentsPage {
    static final Address ADDRESS = Address.staff("status/components");
    private static final String FORM = "new";

    private ComponentsPage() {}

    public static Answer answer(Visit visit) {
        return visit.posted(FORM) ? post(visit) : show(visit, blank());
    }

    private static Entry blank() {
        var entry = Entry.of(Map.of());
        entry.put("key", UUID.randomUUID().toString());
        return entry;
    }

    private static Answer post(Visit visit) {
        var entry = Entry.typed(visit);
        return new ComponentForm(visit.languages())
                .read(entry, Wording.NONE)
                .<Answer>map(typed -> {
                    visit.tenant().tables().transact(statements -> {
                        new ManualComponents(statements)
                                .add(entry.text("key"), typed.name(), typed.region(), typed.position(), visit.now());
                        return true;
                    });
                    return new Answer.SeeOther(ADDRESS, Optional.of(Text.of("done.saved")));
                })
                .orElseGet(() -> show(visit, entry));
    }

    private static Page show(Visit visit, Entry entry) {
        var board = Board.of(visit.tenant());
        var sections = new ArrayList<>(Blocks.components(
                List.copyOf(board.regions().entrySet()),
                component -> Optional.of(component).filter(Component::manual).map(ComponentPage::address)));
        if (sections.isEmpty()) {
            sections.add(Section.of(
                    Text.of("components.all"),
                    new Block.Blank(Text.of("components.none"), Text.of("components.none.text"), List.of())));
        }
        sections.add(Section.of(
                Text.of("components.new"),
                new ComponentForm(visit.languages()).block(FORM, entry, Text.of("components.add"))));
        return new Page(
                Text.of("status.components"),
                Optional.of(Text.of("components.lead")),
                Optional.of(new Link(Text.of("status.title"), Blocks.DESK)),
                List.of(),
                sections);
    }
}
