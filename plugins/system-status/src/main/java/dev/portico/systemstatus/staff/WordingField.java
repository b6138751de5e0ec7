package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Input;
import dev.portico.plugin.web.Input.Kind;
import dev.portico.systemstatus.feed.PlainText;
import dev.portico.systemstatus.model.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text that is asked for in each of the tenant's languages.
 *
 * @param needed whether there has to be one, be it in whichever language; otherwise they are translations
 */
record WordingField(String name, Text label, boolean paragraphs, boolean needed, List<Locale> languages) {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 5_000;
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    List<Input> inputs(Entry entry) {
        return languages.stream()
                .map(language -> needed && languages.size() == 1
                        ? input(language, label).mandatory()
                        : input(
                                language,
                                Text.of("field.in-language", Map.of("field", label, "language", named(language)))))
                .map(input -> needed && languages.size() > 1 && input.name().equals(first())
                        ? input.help(Text.of("field.in-language.help"))
                        : input)
                .map(entry::fill)
                .toList();
    }

    private Input input(Locale language, Text words) {
        return Input.of(field(language), paragraphs ? Kind.LONG_TEXT : Kind.TEXT, words);
    }

    /** Fills the form. */
    void put(Entry entry, Wording wording) {
        languages.forEach(language -> entry.put(field(language), wording.in(language)));
    }

    /** What was typed; what there is in a language that is not asked for stays. */
    Wording read(Entry entry, Wording before) {
        languages.forEach(language -> check(entry, language));
        var typed =
                Wording.byHand(typed(entry, Locale.ENGLISH, before.english()), typed(entry, SPANISH, before.spanish()));
        if (typed.text().isBlank()) {
            entry.wrong(first(), Text.of("problem.required"));
        }
        return typed;
    }

    /** The translations that were typed of what somebody else wrote. */
    Wording translate(Entry entry, Wording before) {
        languages.forEach(language -> check(entry, language));
        return before.translated(
                typed(entry, Locale.ENGLISH, before.english()), typed(entry, SPANISH, before.spanish()));
    }

    /** Of its inputs. */
    List<String> names() {
        return languages.stream().map(this::field).toList();
    }

    /** Where to say what is wrong with all of it. */
    String first() {
        return field(languages.get(0));
    }

    private void check(Entry entry, Locale language) {
        var most = paragraphs ? LONGEST_TEXT : LONGEST_LINE;
        if (entry.text(field(language)).length() > most) {
            entry.wrong(field(language), Text.of("problem.too-long", Map.of("most", most)));
        }
    }

    private String typed(Entry entry, Locale language, String before) {
        if (!languages.contains(language)) {
            return before;
        }
        var text = entry.text(field(language));
        return paragraphs ? PlainText.typed(text) : PlainText.line(text);
    }

    private String field(Locale language) {
        return name + "-" + language.getLanguage();
    }

    private static Text named(Locale language) {
        return language.equals(SPANISH) ? Text.of("language.es") : Text.of("language.en");
    }
}
