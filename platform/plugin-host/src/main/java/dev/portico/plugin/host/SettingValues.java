package dev.portico.plugin.host;

import dev.portico.plugin.host.SettingProblem.Kind;
import dev.portico.plugin.settings.Option;
import dev.portico.plugin.settings.SettingType;
import jakarta.json.Json;
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
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A setting's value between JSON and the shapes of {@link dev.portico.plugin.settings.Setting#defaultValue()}. */
final class SettingValues {
    private static final int LAST_PORT = 65_535;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\",;]{1,64}@[^@\\s<>\",;]{1,190}");
    private static final Pattern OPTION_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> LANGUAGES = Set.of("en", "es");
    private static final Set<String> OPTION = Set.of("id", "labels");
    private static final int MAX_TEXT = 2000;
    private static final int MAX_ITEMS = 500;

    private final Consumer<SettingProblem> problems;

    private SettingValues(Consumer<SettingProblem> problems) {
        this.problems = problems;
    }

    /** The value; empty if it is of no use, which is then among the problems. */
    static Optional<Object> read(SettingType type, JsonValue value, String at, Consumer<SettingProblem> problems) {
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

    /** What {@link #read} reads as that value. */
    static JsonValue write(Object value) {
        if (value instanceof Option option) {
            return Json.createObjectBuilder()
                    .add("id", option.id())
                    .add("labels", write(option.labels()))
                    .build();
        }
        if (value instanceof List<?> list) {
            var array = Json.createArrayBuilder();
            list.forEach(item -> array.add(write(item)));
            return array.build();
        }
        if (value instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((name, item) -> object.add(String.valueOf(name), write(item)));
            return object.build();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Long number ? Json.createValue(number) : Json.createValue(String.valueOf(value));
    }

    static boolean isEmpty(Object value) {
        return value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.values().stream().allMatch(SettingValues::isEmpty);
    }

    private Optional<String> text(JsonValue value, String at) {
        if (!(value instanceof JsonString string)) {
            return bad(at, Kind.NOT_TEXT);
        }
        var text = string.getString().strip();
        if (text.isEmpty()) {
            return bad(at, Kind.EMPTY);
        }
        return text.length() > MAX_TEXT ? bad(at, Kind.TOO_LONG, "", MAX_TEXT) : Optional.of(text);
    }

    private Optional<Long> number(JsonValue value, String at) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            try {
                return Optional.of(number.longValueExact());
            } catch (ArithmeticException tooLarge) {
                return bad(at, Kind.TOO_LARGE);
            }
        }
        return bad(at, Kind.NOT_A_NUMBER);
    }

    private Optional<Boolean> flag(JsonValue value, String at) {
        return value == JsonValue.TRUE || value == JsonValue.FALSE
                ? Optional.of(value == JsonValue.TRUE)
                : bad(at, Kind.NOT_A_FLAG);
    }

    private Optional<String> url(JsonValue value, String at) {
        return text(value, at)
                .flatMap(text -> isWebAddress(text) ? Optional.of(text) : bad(at, Kind.NOT_AN_ADDRESS, text));
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= LAST_PORT
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private Optional<String> email(JsonValue value, String at) {
        return text(value, at)
                .flatMap(text -> EMAIL.matcher(text).matches() ? Optional.of(text) : bad(at, Kind.NOT_AN_EMAIL, text));
    }

    private Optional<List<Option>> options(JsonValue value, String at) {
        var seen = new HashSet<String>();
        return list(value, at, (item, place) -> option(item, place)
                .filter(option -> seen.add(option.id())
                        || bad(place + ".id", Kind.DUPLICATE, option.id()).isPresent()));
    }

    private Optional<Option> option(JsonValue value, String at) {
        if (!(value instanceof JsonObject object)) {
            return bad(at, Kind.NOT_AN_OBJECT);
        }
        object.keySet().stream()
                .filter(member -> !OPTION.contains(member))
                .forEach(member -> bad(at + "." + Problems.quote(member), Kind.UNKNOWN));
        var id = member(object, "id", at).flatMap(text -> text(text, at + ".id"));
        var wellFormed = id.flatMap(
                text -> OPTION_ID.matcher(text).matches() ? id : this.<String>bad(at + ".id", Kind.NOT_AN_ID, text));
        var labels = member(object, "labels", at).flatMap(texts -> labels(texts, at + ".labels"));
        return wellFormed.flatMap(known -> labels.map(texts -> new Option(known, texts)));
    }

    private Optional<JsonValue> member(JsonObject object, String name, String at) {
        var value = Optional.ofNullable(object.get(name));
        return value.isPresent() ? value : bad(at + "." + name, Kind.MISSING);
    }

    private Optional<Map<String, String>> labels(JsonValue value, String at) {
        if (!(value instanceof JsonObject object)) {
            return bad(at, Kind.NOT_AN_OBJECT);
        }
        checkLanguages(object, at);
        var labels = new LinkedHashMap<String, String>();
        object.forEach(
                (language, label) -> text(label, at + "." + language).ifPresent(text -> labels.put(language, text)));
        if (!object.containsKey("en")) {
            return bad(at + ".en", Kind.NO_LABEL);
        }
        return labels.containsKey("en") ? Optional.of(labels) : Optional.empty();
    }

    private Optional<Map<String, List<String>>> phrases(JsonValue value, String at) {
        if (!(value instanceof JsonObject object)) {
            return bad(at, Kind.NOT_AN_OBJECT);
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
                .forEach(language -> bad(at, Kind.UNKNOWN_LANGUAGE, language));
    }

    private <T> Optional<List<T>> list(JsonValue value, String at, BiFunction<JsonValue, String, Optional<T>> read) {
        if (!(value instanceof JsonArray array)) {
            return bad(at, Kind.NOT_A_LIST);
        }
        if (array.size() > MAX_ITEMS) {
            return bad(at, Kind.TOO_MANY, "", MAX_ITEMS);
        }
        var items = new ArrayList<T>();
        Problems.each(at, array, (place, item) -> read.apply(item, place).ifPresent(items::add));
        return Optional.of(List.copyOf(items));
    }

    private <T> Optional<T> bad(String at, Kind kind) {
        return bad(at, kind, "", 0);
    }

    private <T> Optional<T> bad(String at, Kind kind, String value) {
        return bad(at, kind, Problems.quote(value), 0);
    }

    private <T> Optional<T> bad(String at, Kind kind, String value, int limit) {
        problems.accept(new SettingProblem(at, kind, value, limit));
        return Optional.empty();
    }
}
