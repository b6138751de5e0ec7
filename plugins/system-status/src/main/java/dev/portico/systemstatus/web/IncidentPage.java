package dev.portico.systemstatus.web;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.ComponentStore;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.IncidentStore;
import dev.portico.systemstatus.store.Update;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One incident or maintenance, with whatever was said about it. */
public final class IncidentPage {
    /**
     * What there is to show.
     *
     * @param updates the oldest first
     */
    public record View(
            Incident incident,
            List<Update> updates,
            List<Component> components,
            Map<String, ComponentStatus> affected) {
        public static Optional<View> of(Visit visit) {
            return visit.tenant().tables().transact(statements -> {
                var store = new IncidentStore(statements);
                return store.find(visit.variable("incident")).map(incident -> {
                    var id = incident.id();
                    var affected = store.affected(List.of(id)).getOrDefault(id, Map.of());
                    var components = new ComponentStore(statements).named(List.copyOf(affected.keySet()));
                    return new View(
                            incident,
                            store.updates(List.of(id)).getOrDefault(id, List.of()),
                            affected.keySet().stream().map(components::get).toList(),
                            affected);
                });
            });
        }
    }

    private IncidentPage() {}

    public static Answer answer(Visit visit) {
        return View.of(visit).<Answer>map(IncidentPage::page).orElseGet(Answer.Absent::new);
    }

    private static Page page(View view) {
        var incident = view.incident();
        return new Page(
                incident.title().asText(),
                Optional.of(Blocks.kind(incident)),
                Optional.of(new Link(Text.of("status.title"), Blocks.HOME)),
                actions(incident),
                sections(view));
    }

    /** What is over or has not begun affects nobody. */
    private static List<Link> actions(Incident incident) {
        var subscribe = new Link(Text.of("status.subscribe"), Address.tenant("subscriptions/system-status"));
        return incident.active()
                ? List.of(new Link(Text.of("incident.affects-me"), Blocks.report(incident)), subscribe)
                : List.of(subscribe);
    }

    private static List<Section> sections(View view) {
        var sections = new ArrayList<Section>();
        sections.add(Section.of(Text.of("incident.overview"), facts(view.incident())));
        sections.add(Section.of(
                Text.of("incident.updates"),
                view.updates().isEmpty()
                        ? new Block.Blank(
                                Text.of("incident.no-updates"), Text.of("incident.no-updates.text"), List.of())
                        : said(view)));
        if (!view.components().isEmpty()) {
            sections.add(Section.of(Text.of("incident.affected"), affected(view)));
        }
        return sections;
    }

    public static Block facts(Incident incident) {
        var facts = new ArrayList<Block.Fact>();
        facts.add(new Block.Fact(Text.of("incident.state"), incident.state()));
        if (!incident.maintenance()) {
            facts.add(
                    new Block.Fact(Text.of("incident.impact"), incident.impact().label()));
        }
        Blocks.window(incident).ifPresent(window -> facts.add(new Block.Fact(Text.of("incident.planned"), window)));
        if (!incident.maintenance()) {
            facts.add(new Block.Fact(Text.of("incident.since"), Blocks.moment(incident.startedAt())));
        }
        incident.endedAt().ifPresent(end -> facts.add(new Block.Fact(Text.of("incident.until"), Blocks.moment(end))));
        return new Block.Facts(facts);
    }

    /** The latest first. */
    public static Block said(View view) {
        var updates = new ArrayList<>(view.updates());
        Collections.reverse(updates);
        return new Block.Timeline(updates.stream()
                .map(update -> new Block.Event(
                        update.at(),
                        update.phase().over() ? Tone.SUCCESS : tone(view.incident()),
                        update.phase().label(),
                        Optional.empty(),
                        update.body().asText()))
                .toList());
    }

    private static Tone tone(Incident incident) {
        return incident.maintenance() ? Tone.NOTICE : incident.impact().tone();
    }

    private static Block affected(View view) {
        var over = view.incident().endedAt().isPresent();
        return new Block.States(view.components().stream()
                .map(component -> {
                    var status = over
                            ? component.status()
                            : view.affected().getOrDefault(component.id(), component.status());
                    return new Block.State(
                            component.name().asText(),
                            Optional.empty(),
                            component.region().isBlank() ? Optional.empty() : Optional.of(component.regionName()),
                            status.tone(),
                            status.label());
                })
                .toList());
    }
}
