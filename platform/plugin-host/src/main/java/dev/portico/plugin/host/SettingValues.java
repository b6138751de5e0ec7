package dev.portico.plugin.host;

import dev.portico.plugin.settings.Option;
import dev.portico.plugin.settings.SettingType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** A setting's value between JSON and the shapes of {@link dev.portico.plugin.settings.Setting#defaultValue()}. */
final class SettingValues {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\",;]{1,64}@[^@\\s<>\",;]{1,190}");
    private static final Pattern OPTION_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> LANGUAGES = Set.of("en", "es");
    private static final int MAX_TEXT = 2000;
    private static final int MAX_ITEMS = 500;

    private final Problems problems;

    private SettingValues(Problems problems) {
        this.problems = problems;
    }

    /** The value; empty if it is of no use, which is then among the problems. */
    static Optional<Object> read(SettingType type, JsonValue value, String at, Problems problems) {
        var values = new SettingValues(problems);
        return switch (type) {
            case TEXT, SECRET -> values.text(value, at).map(Object.class::cast);
            case NUMBER -> values.number(value, at).map(Object.class::cast);
            case BOOLEAN -> values.flag(value, at).map(Object.class::cast);
            case URL -> values.url(value, at).map(Object.class::cast);
            case EMAIL -> values.email(value, at).map(Object.class::cast);
            case EMAILS -> values.list(value, at, values::email).map(Object.class::cast);
            case OPTIONS -> values.options(value, at).map(Object.class::cast);
            case PHRASES -> values.phrases(value, at).map(Object.class::cast);
        };
    }

    private Optional<String> text(JsonValue value, String at) {
        if (!(value instanceof JsonString string)) {
            return bad(at, "must be text");
        }
        var text = string.getString().strip();
        if (text.isEmpty()) {
            return bad(at, "must not be empty");
        }
        return text.length() > MAX_TEXT ? bad(at, "longer than " + MAX_TEXT + " characters") : Optional.of(text);
    }

    private Optional<Long> number(JsonValue value, String at) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            try {
                return Optional.of(number.longValueExact());
            } catch (ArithmeticException tooLarge) {
                return bad(at, "too large a number");
            }
        }
        return bad(at, "must be a whole number");
    }

    private Optional<Boolean> flag(JsonValue value, String at) {
        return value == JsonValue.TRUE || value == JsonValue.FALSE
                ? Optional.of(value == JsonValue.TRUE)
                : bad(at, "must be true or false");
    }

    private Optional<String> url(JsonValue value, String at) {
        return text(value, at)
                .flatMap(text -> isWebAddress(text)
                        ? Optional.of(text)
                        : bad(at, Problems.quote(text) + " is no http or https address"));
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private Optional<String> email(JsonValue value, String at) {
        return text(value, at)
                .flatMap(text -> EMAIL.matcher(text).matches()
                        ? Optional.of(text)
                        : bad(at, Problems.quote(text) + " is no e-mail address"));
    }

    private Optional<List<Option>> options(JsonValue value, String at) {
        var options = list(value, at, this::option);
        var seen = new HashSet<String>();
        options.ifPresent(list -> list.forEach(option ->
                problems.require(seen.add(option.id()), at, Problems.quote(option.id()) + " is there more than once")));
        return options;
    }

    private Optional<Option> option(JsonValue value, String at) {
        if (!(value instanceof JsonObject object)) {
            return bad(at, "must be an object");
        }
        return ObjectNode.read(object, at, problems, node -> {
            var id = node.text("id");
            var labels = node.textMap(object.getOrDefault("labels", JsonValue.NULL), node.at("labels"));
            node.value("labels");
            checkLanguages(labels, node.at("labels"));
            problems.require(
                    id.isEmpty() || OPTION_ID.matcher(id).matches(),
                    node.at("id"),
                    Problems.quote(id) + " must be lower-case letters, digits and dashes");
            return labels.containsKey("en") ? Optional.of(new Option(id, labels)) : bad(at, "no English label");
        });
    }

    private Optional<Map<String, List<String>>> phrases(JsonValue value, String at) {
        if (!(value instanceof JsonObject object)) {
            return bad(at, "must be an object of lists by language");
        }
        checkLanguages(object, at);
        var phrases = new LinkedHashMap<String, List<String>>();
        object.forEach((language, list) ->
                list(list, at + "." + language, this::text).ifPresent(found -> phrases.put(language, found)));
        return Optional.of(phrases);
    }

    private void checkLanguages(Map<String, ?> byLanguage, String at) {
        byLanguage.keySet().stream()
                .filter(language -> !LANGUAGES.contains(language))
                .forEach(language -> problems.add(at, "unknown language " + Problems.quote(language)));
    }

    private <T> Optional<List<T>> list(JsonValue value, String at, BiFunction<JsonValue, String, Optional<T>> read) {
        if (!(value instanceof JsonArray array)) {
            return bad(at, "must be a list");
        }
        if (array.size() > MAX_ITEMS) {
            return bad(at, "more than " + MAX_ITEMS + " items");
        }
        var items = new ArrayList<T>();
        Problems.each(at, array, (place, item) -> read.apply(item, place).ifPresent(items::add));
        return Optional.of(List.copyOf(items));
    }

    private <T> Optional<T> bad(String at, String what) {
        problems.add(at, what);
        return Optional.empty();
    }
}
