package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Input;
import dev.portico.plugin.web.Input.Kind;
import dev.portico.systemstatus.feed.PlainText;
import dev.portico.systemstatus.model.Wording;
import dev.portico.systemstatus.store.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fields of a component that staff made. */
record ComponentForm(List<Locale> languages) {
    private static final int LONGEST_REGION = 100;

    /** What was typed. */
    record Content(Wording name, String region, int position) {}

    private WordingField name() {
        return new WordingField("name", Text.of("field.name"), false, true, languages);
    }

    Block block(String id, Entry entry, Text submit) {
        var inputs = new ArrayList<Input>(List.of(entry.hidden("key"), entry.hidden("version")));
        inputs.addAll(name().inputs(entry));
        inputs.add(entry.fill(
                Input.of("region", Kind.TEXT, Text.of("field.region")).help(Text.of("field.region.help"))));
        inputs.add(entry.fill(
                Input.of("position", Kind.TEXT, Text.of("field.position")).help(Text.of("field.position.help"))));
        return new Block.Form(id, inputs, submit, false);
    }

    Optional<Content> read(Entry entry, Wording before) {
        var name = name().read(entry, before);
        var region = PlainText.line(entry.text("region"));
        if (region.length() > LONGEST_REGION) {
            entry.wrong("region", Text.of("problem.too-long", Map.of("most", LONGEST_REGION)));
        }
        var position = entry.text("position");
        if (!position.matches("[0-9]{0,4}")) {
            entry.wrong("position", Text.of("problem.no-position"));
        }
        return entry.right()
                ? Optional.of(new Content(name, region, position.isEmpty() ? 0 : Integer.parseInt(position)))
                : Optional.empty();
    }

    void changed(Entry entry, Component now) {
        entry.wrong(name().first(), Text.of("problem.changed"));
        entry.put("version", Long.toString(now.version()));
    }

    Entry entry(Component component) {
        var entry = Entry.of(Map.of());
        name().put(entry, component.name());
        entry.put("region", component.region());
        entry.put("position", Integer.toString(component.position()));
        entry.put("version", Long.toString(component.version()));
        return entry;
    }
}
