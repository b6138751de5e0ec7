package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Input;
import dev.portico.systemstatus.model.Wording;
import dev.portico.systemstatus.store.Update;
import dev.portico.systemstatus.web.Blocks;
import dev.portico.systemstatus.web.IncidentPage.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How an incident reads: of a provider's, in the languages that the provider did not write; of staff's own, the updates in
 * all languages.
 *
 * @param updates the latest first
 */
record WordsForm(boolean manual, Wording written, List<Update> updates, List<Locale> languages) {
    /** A page of fields that nobody fills in helps nobody. */
    private static final int MOST = 12;

    static WordsForm of(View view, List<Locale> languages) {
        var incident = view.incident();
        var updates = new ArrayList<>(view.updates());
        Collections.reverse(updates);
        return new WordsForm(
                incident.manual(),
                incident.title(),
                updates.stream().limit(MOST).toList(),
                incident.manual()
                        ? languages
                        : languages.stream()
                                .filter(language -> !incident.title().isWrittenIn(language))
                                .toList());
    }

    /** Whether there is anything to ask for. */
    boolean asked() {
        return !languages.isEmpty() && !(manual && updates.isEmpty());
    }

    private WordingField titleField() {
        return new WordingField("title", Text.of("field.title"), false, manual, languages);
    }

    private WordingField field(Update update) {
        var label =
                Text.of("edit.update-of", Map.of("state", update.phase().label(), "time", Blocks.moment(update.at())));
        return new WordingField("update-" + update.id(), label, true, manual, languages);
    }

    Entry entry() {
        var entry = Entry.of(Map.of());
        titleField().put(entry, written);
        updates.forEach(update -> field(update).put(entry, update.body()));
        return entry;
    }

    Block block(String id, Entry entry) {
        var inputs = new ArrayList<Input>();
        if (!manual) {
            inputs.addAll(titleField().inputs(entry));
        }
        updates.forEach(update -> inputs.addAll(field(update).inputs(entry)));
        return new Block.Form(id, inputs, Text.of("edit.save"), false);
    }

    Wording title(Entry entry) {
        return manual ? written : titleField().translate(entry, written);
    }

    /** By update. */
    Map<String, Wording> bodies(Entry entry) {
        var bodies = new HashMap<String, Wording>();
        updates.forEach(update -> bodies.put(
                update.id(),
                manual
                        ? field(update).read(entry, update.body())
                        : field(update).translate(entry, update.body())));
        return bodies;
    }
}
