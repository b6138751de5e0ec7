package dev.portico.portal.administration.boundary;

import dev.portico.i18n.Languages;
import dev.portico.i18n.TextFolding;
import dev.portico.plugin.settings.Setting;
import dev.portico.portal.audit.control.Change;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a posted settings form into the JSON that the API takes, whatever was typed: what is no number is kept as text,
 * and is said to be none when it is checked. A choice is three fields in each row, by the order of the rows.
 */
final class SettingsForm {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern MOVE =
            Pattern.compile("(?<setting>[a-zA-Z0-9]+):(?<way>up|down|remove):(?<row>[0-9]{1,3})");

    private final List<Setting> schema;
    private final Function<String, List<String>> fields;

    /** @param fields values of the form by name; empty where there is none */
    SettingsForm(List<Setting> schema, Function<String, List<String>> fields) {
        this.schema = schema;
        this.fields = fields;
    }

    static String name(String setting) {
        return "s-" + setting;
    }

    /** Apart from the others: what begins so is never kept for later. */
    static String secretName(String setting) {
        return "secret-" + setting;
    }

    JsonObject read() {
        var entered = Json.createObjectBuilder();
        for (var setting : schema) {
            if (first("default-" + setting.id()).isEmpty()) {
                value(setting).ifPresent(value -> entered.add(setting.id(), value));
            }
        }
        return entered.build();
    }

    private Optional<JsonValue> value(Setting setting) {
        var name = name(setting.id());
        return switch (setting.type()) {
            case TEXT, URL, EMAIL -> typed(name).map(Json::createValue);
            case NUMBER -> typed(name).map(SettingsForm::number);
            case BOOLEAN -> Optional.of(first(name).isPresent() ? JsonValue.TRUE : JsonValue.FALSE);
            case SECRET ->
                first(name + "-remove").isPresent()
                        ? Optional.of(JsonValue.NULL)
                        : typed(secretName(setting.id())).map(Json::createValue);
            case EMAILS -> Optional.of(array(split(first(name).orElse(""), "[\\r\\n,;]+")));
            case PHRASES -> Optional.of(phrases(name));
            case OPTIONS -> Optional.of(moved(setting.id(), options(name)));
        };
    }

    private static JsonValue number(String text) {
        return NUMBER.matcher(text).matches() ? Json.createValue(Long.parseLong(text)) : Json.createValue(text);
    }

    private JsonValue phrases(String name) {
        var byLanguage = Json.createObjectBuilder();
        languages().forEach(language -> {
            var lines =
                    split(first(name + "-" + language).orElse(""), "[\\r\\n]+").toList();
            if (!lines.isEmpty()) {
                byLanguage.add(language, array(lines.stream()));
            }
        });
        return byLanguage.build();
    }

    private List<JsonValue> options(String name) {
        var ids = fields.apply(name + "-id");
        var options = new ArrayList<JsonValue>();
        for (int row = 0; row < ids.size(); row++) {
            option(name, row, ids.get(row).strip()).ifPresent(options::add);
        }
        return options;
    }

    /** Nothing where the row was left blank. */
    private Optional<JsonValue> option(String name, int row, String id) {
        var labels = Json.createObjectBuilder();
        languages().forEach(language -> {
            var typed = fields.apply(name + "-" + language);
            if (row < typed.size() && !typed.get(row).isBlank()) {
                labels.add(language, typed.get(row).strip());
            }
        });
        var texts = labels.build();
        if (id.isEmpty() && texts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Json.createObjectBuilder()
                .add("id", id.isEmpty() ? idFrom(texts) : id)
                .add("labels", texts)
                .build());
    }

    /** What people would have made of the English label, or of the one that there is. */
    private static String idFrom(JsonObject labels) {
        var label = labels.getString(
                "en", labels.values().stream().findFirst().map(Change::plain).orElse(""));
        return TextFolding.fold(label).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The rows after one of them was moved or removed by its button, which works without any script. */
    private JsonArray moved(String setting, List<JsonValue> rows) {
        var move = MOVE.matcher(first("row").orElse(""));
        if (move.matches() && move.group("setting").equals(setting)) {
            var row = Integer.parseInt(move.group("row"));
            var other = move.group("way").equals("up") ? row - 1 : row + 1;
            if (move.group("way").equals("remove") && row < rows.size()) {
                rows.remove(row);
            } else if (Math.min(row, other) >= 0 && Math.max(row, other) < rows.size()) {
                Collections.swap(rows, row, other);
            }
        }
        var array = Json.createArrayBuilder();
        rows.forEach(array::add);
        return array.build();
    }

    private Optional<String> typed(String name) {
        return first(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<String> first(String name) {
        return fields.apply(name).stream().findFirst();
    }

    private static Stream<String> split(String text, String separators) {
        return Stream.of(text.split(separators, -1)).map(String::strip).filter(line -> !line.isEmpty());
    }

    private static JsonArray array(Stream<String> lines) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        lines.forEach(array::add);
        return array.build();
    }

    static List<String> languages() {
        return Languages.SUPPORTED.stream()
                .map(language -> language.toLanguageTag())
                .toList();
    }
}
