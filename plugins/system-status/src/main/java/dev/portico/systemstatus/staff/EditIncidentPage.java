package dev.portico.systemstatus.staff;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.feed.PlainText;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Wording;
import dev.portico.systemstatus.store.ComponentStore;
import dev.portico.systemstatus.store.ManualIncidents;
import dev.portico.systemstatus.web.Blocks;
import dev.portico.systemstatus.web.IncidentPage;
import dev.portico.systemstatus.web.IncidentPage.View;
import dev.portico.systemstatus.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An incident or maintenance for those who write it: what is said next, what it is, how it reads in other languages. */
public final class EditIncidentPage {
    private static final String SAY = "say";
    private static final String EDIT = "edit";
    private static final String WORDS = "words";
    private static final String WITHDRAW = "withdraw";

    private final Visit visit;
    private final View view;
    private final IncidentForm form;
    private final WordsForm words;

    private EditIncidentPage(Visit visit, View view) {
        this.visit = visit;
        this.view = view;
        var components = visit.tenant().tables().transact(statements -> new ComponentStore(statements).present());
        this.form = new IncidentForm(view.incident().maintenance(), false, components, visit.languages(), visit.zone());
        this.words = WordsForm.of(view, visit.languages());
    }

    public static Answer answer(Visit visit) {
        return View.of(visit)
                .map(view -> new EditIncidentPage(visit, view).answer())
                .orElseGet(Answer.Absent::new);
    }

    private Answer answer() {
        if (visit.posted(WORDS) && words.asked()) {
            return reword();
        }
        if (view.incident().manual() && !view.incident().withdrawn()) {
            if (visit.posted(SAY)) {
                return say();
            } else if (visit.posted(EDIT)) {
                return edit();
            } else if (visit.posted(WITHDRAW)) {
                return done("done.withdrawn", incidents -> {
                    incidents.withdraw(id());
                    return true;
                });
            }
        }
        return show("", Entry.of(Map.of()));
    }

    private String id() {
        return view.incident().id();
    }

    private Answer say() {
        var entry = Entry.typed(visit);
        var body = form.body().read(entry, Wording.NONE);
        return IncidentForm.phaseOf(entry, phases())
                .filter(phase -> isInTime(entry, phase))
                .filter(phase -> entry.right())
                .map(phase -> done("done.said", incidents -> incidents.say(id(), entry.text("key"), phase, body)))
                .orElseGet(() -> show(SAY, entry));
    }

    /** Maintenance whose planned end has passed would be completed again at once. */
    private boolean isInTime(Entry entry, Phase phase) {
        var passed = view.incident().maintenance()
                && !phase.over()
                && view.incident()
                        .scheduledUntil()
                        .filter(end -> !end.isAfter(visit.now()))
                        .isPresent();
        if (passed) {
            entry.wrong("phase", Text.of("problem.end-passed"));
        }
        return !passed;
    }

    private List<Phase> phases() {
        return view.incident().maintenance() ? Phase.OF_MAINTENANCE : Phase.OF_INCIDENT;
    }

    private Answer edit() {
        var entry = Entry.typed(visit);
        var content = form.read(entry, view.incident().title());
        if (content.isPresent()) {
            var saved = visit.tenant().tables().transact(statements -> new ManualIncidents(statements, visit.now())
                    .change(id(), number(entry.text("version")), content.get()));
            if (saved) {
                return seeOther("done.saved");
            }
            entry.wrong(form.title().first(), Text.of("problem.changed"));
            entry.put("version", Long.toString(view.incident().version()));
        }
        return show(EDIT, entry);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private Answer reword() {
        var entry = Entry.typed(visit);
        var title = words.title(entry);
        var bodies = words.bodies(entry);
        return entry.right()
                ? done("done.saved", incidents -> {
                    incidents.reword(id(), title, bodies);
                    return true;
                })
                : show(WORDS, entry);
    }

    /** @param act whether it could be done: not where a colleague has withdrawn the incident meanwhile */
    private Answer done(String said, Predicate<ManualIncidents> act) {
        var done =
                visit.tenant().tables().transact(statements -> act.test(new ManualIncidents(statements, visit.now())));
        return done ? seeOther(said) : answer(visit);
    }

    private Answer seeOther(String said) {
        return new Answer.SeeOther(Blocks.desk(view.incident()), Optional.of(Text.of(said)));
    }

    private Page show(String refused, Entry typed) {
        var incident = view.incident();
        return new Page(
                incident.title().asText(),
                Optional.of(Blocks.kind(incident)),
                Optional.of(new Link(Text.of("status.title"), Blocks.DESK)),
                List.of(new Link(Text.of("desk.public-page"), Address.tenant("status/incidents/" + incident.id()))),
                sections((form, stored) -> form.equals(refused) ? typed : stored.get()));
    }

    /** Which entry a form is shown with. */
    private interface Entries {
        Entry of(String form, Supplier<Entry> stored);
    }

    private List<Section> sections(Entries entries) {
        var incident = view.incident();
        var sections = new ArrayList<Section>();
        if (incident.withdrawn() && (visit.posted(SAY) || visit.posted(EDIT))) {
            sections.add(Section.of(Text.of("edit.typed"), tooLate()));
        }
        sections.add(Section.of(Text.of("incident.overview"), IncidentPage.facts(incident)));
        if (incident.manual() && !incident.withdrawn()) {
            sections.add(Section.of(Text.of("edit.say"), sayForm(entries.of(SAY, this::sayEntry))));
        }
        if (!view.updates().isEmpty()) {
            sections.add(Section.of(Text.of("incident.updates"), IncidentPage.said(view)));
        }
        if (words.asked()) {
            sections.add(Section.of(
                    incident.manual() ? Text.of("edit.words") : Text.of("edit.translate"),
                    words.block(WORDS, entries.of(WORDS, words::entry))));
        }
        if (incident.manual() && !incident.withdrawn()) {
            var stored = form.entry(incident, view.affected().keySet());
            sections.add(Section.of(
                    Text.of("edit.change"), form.block(EDIT, entries.of(EDIT, () -> stored), Text.of("edit.save"))));
        }
        if (incident.manual() && incident.endedAt().isEmpty()) {
            sections.add(Section.of(
                    Text.of("edit.withdraw"),
                    new Block.Paragraph(Text.of("edit.withdraw.text")),
                    new Block.Form(WITHDRAW, List.of(), Text.of("edit.withdraw"), true)));
        }
        return sections;
    }

    /** What was typed can still be copied. */
    private Block tooLate() {
        var entry = Entry.typed(visit);
        var typed = Stream.of(form.title(), form.body())
                .flatMap(field -> field.names().stream())
                .map(entry::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        return new Block.Callout(
                Tone.WARNING, Text.of("problem.withdrawn"), Text.written(PlainText.typed(typed)), List.of());
    }

    private Entry sayEntry() {
        var entry = Entry.of(Map.of());
        entry.put("key", UUID.randomUUID().toString());
        entry.put("phase", view.incident().phase().id());
        return entry;
    }

    private Block sayForm(Entry entry) {
        var inputs = new ArrayList<>(List.of(entry.hidden("key"), IncidentForm.phase(entry, phases())));
        inputs.addAll(form.body().inputs(entry));
        return new Block.Form(SAY, inputs, Text.of("edit.publish"), false);
    }
}
