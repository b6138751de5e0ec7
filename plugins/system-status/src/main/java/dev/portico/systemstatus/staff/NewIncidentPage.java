package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.model.Impact;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Wording;
import dev.portico.systemstatus.store.ComponentStore;
import dev.portico.systemstatus.store.ManualIncidents;
import dev.portico.systemstatus.store.ManualIncidents.Content;
import dev.portico.systemstatus.web.Blocks;
import dev.portico.systemstatus.web.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A new incident or maintenance, from a template or from nothing. */
public final class NewIncidentPage {
    private static final String FORM = "new";

    private final Visit visit;
    private final boolean maintenance;
    private final IncidentForm form;

    private NewIncidentPage(Visit visit, boolean maintenance) {
        this.visit = visit;
        this.maintenance = maintenance;
        var components = visit.tenant().tables().transact(statements -> new ComponentStore(statements).present());
        this.form = new IncidentForm(maintenance, true, components, visit.languages(), visit.zone());
    }

    public static Answer answer(Visit visit, boolean maintenance) {
        var page = new NewIncidentPage(visit, maintenance);
        return visit.posted(FORM) ? page.post() : page.show(page.blank());
    }

    private Entry blank() {
        var entry = Entry.of(Map.of());
        entry.put("key", UUID.randomUUID().toString());
        entry.put("impact", Impact.MINOR.id());
        entry.put("phase", Phase.INVESTIGATING.id());
        visit.request()
                .parameter("template")
                .flatMap(id -> Template.find(maintenance, id))
                .ifPresent(template -> {
                    form.title().put(entry, template.title());
                    form.body().put(entry, template.body());
                });
        return entry;
    }

    private Answer post() {
        var entry = Entry.typed(visit);
        var body = form.body().read(entry, Wording.NONE);
        var phase = maintenance ? Optional.of(Phase.SCHEDULED) : IncidentForm.phaseOf(entry, Phase.OF_INCIDENT);
        return form.read(entry, Wording.NONE)
                .flatMap(content -> phase.<Answer>map(typed -> add(entry.text("key"), content, typed, body)))
                .orElseGet(() -> show(entry));
    }

    private Answer add(String key, Content content, Phase typed, Wording body) {
        var phase = maintenance && !content.from().orElse(Instant.MAX).isAfter(visit.now()) ? Phase.IN_PROGRESS : typed;
        var id = visit.tenant().tables().transact(statements -> new ManualIncidents(statements, visit.now())
                .add(key, maintenance, content, phase, body));
        return new Answer.SeeOther(Blocks.desk(id), Optional.of(Text.of("done.published")));
    }

    private Page show(Entry entry) {
        return new Page(
                maintenance ? Text.of("desk.new-maintenance") : Text.of("desk.new-incident"),
                Optional.of(Text.of("new.lead")),
                Optional.of(new Link(Text.of("status.title"), Blocks.DESK)),
                List.of(),
                List.of(
                        Section.of(Text.of("new.templates"), new Block.Buttons(templates())),
                        Section.of(
                                maintenance ? Text.of("incident.is-maintenance") : Text.of("incident.is-incident"),
                                form.block(FORM, entry, Text.of("new.publish")))));
    }

    private List<Link> templates() {
        var path = maintenance ? "status/new-maintenance" : "status/new-incident";
        return Template.of(maintenance).stream()
                .map(template -> new Link(
                        template.title().asText(), new Address.OfStaff(path, Map.of("template", template.id()))))
                .toList();
    }
}
