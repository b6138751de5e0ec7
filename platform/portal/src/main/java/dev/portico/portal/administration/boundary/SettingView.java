package dev.portico.portal.administration.boundary;

import dev.portico.i18n.Languages;
import dev.portico.plugin.host.SettingsReader;
import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import dev.portico.portal.administration.boundary.PluginUse.SecretState;
import dev.portico.portal.administration.control.SettingsDiff;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.language.Names;
import dev.portico.portal.plugin.control.PluginTexts;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A setting as its form shows it.
 *
 * @param help empty where there is none
 * @param entered whether it was entered, and is not what the plugin sets
 * @param standard what the plugin sets, in lines; empty where it sets nothing
 * @param value of one line, or in lines
 * @param texts phrases by language
 * @param rows choices, and a blank one to fill in
 */
public record SettingView(
        String id,
        SettingType type,
        String label,
        String help,
        boolean required,
        boolean entered,
        String standard,
        String value,
        List<LanguageText> texts,
        List<Row> rows,
        SecretState secret) {
    /** Text in one language, by its tag and in its own name. */
    public record LanguageText(String language, String name, String text) {}

    /**
     * A choice.
     *
     * @param index from 0
     * @param blank whether it is to be filled in
     */
    public record Row(int index, String id, List<LanguageText> labels, boolean blank) {
        public int number() {
            return index + 1;
        }
    }

    static SettingView of(Setting setting, JsonObject entered, PluginUse use, PluginTexts texts) {
        var own = Optional.ofNullable(entered.get(setting.id())).filter(value -> value != JsonValue.NULL);
        var standard = SettingsReader.defaultOf(setting);
        var shown = own.or(() -> standard).orElse(JsonValue.NULL);
        return new SettingView(
                setting.id(),
                setting.type(),
                texts.text(setting.label()),
                setting.help().map(texts::text).orElse(""),
                setting.required(),
                own.isPresent() && !own.equals(standard),
                standard.map(value -> String.join("\n", SettingsDiff.lines(value)))
                        .orElse(""),
                setting.type() == SettingType.SECRET ? "" : Change.plain(shown),
                phrases(shown),
                rows(shown),
                use.secrets().getOrDefault(setting.id(), SecretState.NOT_SET));
    }

    private static List<LanguageText> phrases(JsonValue value) {
        var byLanguage = value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return Languages.SUPPORTED.stream()
                .map(language -> {
                    var lines = byLanguage.getOrDefault(language.toLanguageTag(), JsonValue.NULL);
                    return new LanguageText(language.toLanguageTag(), Names.ofLanguage(language), Change.plain(lines));
                })
                .toList();
    }

    private static List<Row> rows(JsonValue value) {
        var rows = new ArrayList<Row>();
        if (value instanceof JsonArray array) {
            for (int index = 0; index < array.size(); index++) {
                if (array.get(index) instanceof JsonObject option) {
                    rows.add(new Row(index, option.getString("id", ""), phrases(labels(option)), false));
                }
            }
        }
        rows.add(new Row(rows.size(), "", phrases(JsonValue.EMPTY_JSON_OBJECT), true));
        return rows;
    }

    private static JsonValue labels(JsonObject option) {
        return option.getOrDefault("labels", JsonValue.EMPTY_JSON_OBJECT);
    }

    public boolean is(String name) {
        return type.name().equals(name);
    }

    /** Whether it is one line of text. */
    public boolean line() {
        return switch (type) {
            case TEXT, NUMBER, URL, EMAIL -> true;
            default -> false;
        };
    }

    /** Of the input, for the keyboard that a phone shows. */
    public String inputMode() {
        return switch (type) {
            case NUMBER -> "numeric";
            case URL -> "url";
            case EMAIL -> "email";
            default -> "text";
        };
    }

    public boolean on() {
        return value.equals("true");
    }

    /** Whether the plugin sets something that can be returned to. */
    public boolean returnable() {
        return entered && !standard.isEmpty();
    }

    /** Whether what is shown is what the plugin sets. */
    public boolean asThePluginSetsIt() {
        return !entered && !standard.isEmpty();
    }

    public boolean secretSet() {
        return secret == SecretState.SET;
    }

    public boolean secretLost() {
        return secret == SecretState.LOST;
    }

    /** Name of the field in the form. */
    public String field() {
        return SettingsForm.name(id);
    }

    public String secretField() {
        return SettingsForm.secretName(id);
    }

    /** Label of each input that can be wrong, by the input's id. */
    List<Input> inputs() {
        return switch (type) {
            case PHRASES ->
                texts.stream()
                        .map(text -> new Input(id + "-" + text.language(), label + " (" + text.name() + ")"))
                        .collect(Collectors.toList());
            case OPTIONS -> optionInputs();
            default -> List.of(new Input(id, label));
        };
    }

    private List<Input> optionInputs() {
        var inputs = new ArrayList<Input>();
        inputs.add(new Input(id, label));
        rows.forEach(row -> {
            var place = id + "-" + row.index();
            inputs.add(new Input(place + "-id", label + " " + row.number()));
            row.labels()
                    .forEach(text -> inputs.add(new Input(
                            place + "-" + text.language(), label + " " + row.number() + " (" + text.name() + ")")));
        });
        return inputs;
    }

    /** An input with the label that a summary of problems calls it by. */
    record Input(String id, String label) {}

    /**
     * The id of the input that a problem's place names: {@code products[1].labels.es} is {@code products-1-es}. What is
     * wrong with phrases of any language is at those of the first.
     */
    static String inputAt(List<Setting> schema, String place) {
        var setting = schema.stream()
                .filter(candidate -> place.matches(candidate.id() + "([.\\[].*)?"))
                .findFirst();
        if (setting.filter(found ->
                        found.type() == SettingType.PHRASES && found.id().equals(place))
                .isPresent()) {
            return place + "-" + Languages.SUPPORTED.get(0).toLanguageTag();
        }
        var lines = setting.filter(found -> found.type() == SettingType.EMAILS || found.type() == SettingType.PHRASES)
                .isPresent();
        return (lines ? place.replaceFirst("\\[[0-9]+]$", "") : place)
                .replace(".labels", "")
                .replaceAll("[\\[\\].]+", "-")
                .replaceAll("-$", "");
    }
}
