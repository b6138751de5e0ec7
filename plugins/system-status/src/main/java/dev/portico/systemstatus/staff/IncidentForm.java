package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Input;
import dev.portico.plugin.web.Input.Choice;
import dev.portico.plugin.web.Input.Kind;
import dev.portico.systemstatus.model.Impact;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Wording;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.ManualIncidents.Content;
import dev.portico.systemstatus.web.Blocks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of an incident, or of maintenance.
 *
 * @param components that can be chosen
 * @param fresh whether it is a new one, which begins with a phase and an update
 */
record IncidentForm(
        boolean maintenance, boolean fresh, List<Component> components, List<Locale> languages, ZoneId zone) {
    WordingField title() {
        return new WordingField("title", Text.of("field.title"), false, true, languages);
    }

    WordingField body() {
        return new WordingField("body", Text.of("field.update"), true, true, languages);
    }

    Block block(String id, Entry entry, Text submit) {
        var inputs = new ArrayList<Input>();
        inputs.add(entry.hidden("key"));
        inputs.add(entry.hidden("version"));
        inputs.addAll(title().inputs(entry));
        if (fresh) {
            inputs.addAll(body().inputs(entry));
        }
        inputs.addAll(maintenance ? times(entry) : graveness(entry));
        if (!components.isEmpty()) {
            inputs.add(entry.fill(Input.of("component", Kind.CHOICES, Text.of("field.components"))
                    .among(components.stream().map(IncidentForm::choice).toList())));
        }
        return new Block.Form(id, inputs, submit, false);
    }

    private List<Input> times(Entry entry) {
        return Stream.of(
                        Input.of("from", Kind.DATE_TIME, Text.of("field.from")),
                        Input.of("until", Kind.DATE_TIME, Text.of("field.until")))
                .map(Input::mandatory)
                .map(entry::fill)
                .toList();
    }

    private List<Input> graveness(Entry entry) {
        var inputs = new ArrayList<Input>();
        inputs.add(entry.fill(Input.of("impact", Kind.CHOICE, Text.of("incident.impact"))
                .mandatory()
                .help(Text.of("field.impact.help"))
                .among(Stream.of(Impact.values())
                        .map(impact -> new Choice(impact.id(), impact.label(), Optional.empty()))
                        .toList())));
        if (fresh) {
            inputs.add(phase(entry, Phase.OF_INCIDENT));
        }
        return inputs;
    }

    static Input phase(Entry entry, List<Phase> phases) {
        return entry.fill(Input.of("phase", Kind.CHOICE, Text.of("incident.state"))
                .mandatory()
                .among(phases.stream()
                        .map(phase -> new Choice(phase.id(), phase.label(), Optional.empty()))
                        .toList()));
    }

    static Optional<Phase> phaseOf(Entry entry, List<Phase> phases) {
        return entry.demand("phase", Phase.of(entry.text("phase")).filter(phases::contains), Text.of("problem.choose"));
    }

    private static Choice choice(Component component) {
        return new Choice(component.id(), component.name().asText(), Optional.of(Blocks.region(component)));
    }

    /** What was typed, where all of it is right. */
    Optional<Content> read(Entry entry, Wording titleBefore) {
        var title = title().read(entry, titleBefore);
        var impact = maintenance
                ? Optional.of(Impact.NONE)
                : entry.demand("impact", Impact.of(entry.text("impact")), Text.of("problem.choose"));
        var from = maintenance ? moment(entry, "from") : Optional.<Instant>empty();
        var until = maintenance ? moment(entry, "until") : Optional.<Instant>empty();
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            entry.wrong("until", Text.of("problem.ends-before"));
        }
        return impact.filter(found -> entry.right())
                .map(found -> new Content(title, found, from, until, Set.copyOf(entry.all("component"))));
    }

    private Optional<Instant> moment(Entry entry, String name) {
        var text = entry.text(name);
        if (text.isEmpty()) {
            entry.wrong(name, Text.of("problem.required"));
            return Optional.empty();
        }
        return entry.demand(name, Moments.read(text, zone), Text.of("problem.no-time"));
    }

    /** Fills the form with what is stored. */
    Entry entry(Incident incident, Set<String> affected) {
        var entry = Entry.of(Map.of("component", List.copyOf(affected)));
        title().put(entry, incident.title());
        entry.put("impact", incident.impact().id());
        incident.scheduledFor().ifPresent(from -> entry.put("from", Moments.write(from, zone)));
        incident.scheduledUntil().ifPresent(until -> entry.put("until", Moments.write(until, zone)));
        entry.put("version", Long.toString(incident.version()));
        return entry;
    }
}
