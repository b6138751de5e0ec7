package dev.portico.plugin.host;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A JSON object that is read member by member. What is missing, of the wrong type or unknown becomes a problem, and a
 * harmless value stands in for it, so that reading goes on and finds the next one.
 */
final class ObjectNode {
    private static final int MAX_TEXT = 2000;

    private final JsonObject json;
    private final String place;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();

    ObjectNode(JsonObject json, String place, Problems problems) {
        this.json = json;
        this.place = place;
        this.problems = problems;
    }

    /** Reads {@code json} with {@code reader} and reports the members that it did not ask for. */
    static <T> T read(JsonObject json, String place, Problems problems, Function<ObjectNode, T> reader) {
        var node = new ObjectNode(json, place, problems);
        var value = reader.apply(node);
        node.json.keySet().stream()
                .filter(member -> !node.read.contains(member))
                .forEach(member -> problems.tell(node.at(Problems.quote(member)), "plugin.problem.unknown-member"));
        return value;
    }

    String at(String member) {
        return place.isEmpty() ? member : place + "." + member;
    }

    Problems problems() {
        return problems;
    }

    Optional<JsonValue> value(String member) {
        read.add(member);
        return Optional.ofNullable(json.get(member)).filter(value -> value != JsonValue.NULL);
    }

    String text(String member) {
        var text = optionalText(member);
        if (value(member).isEmpty()) {
            problems.tell(at(member), "plugin.problem.missing");
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String member) {
        return value(member).map(value -> text(value, at(member)));
    }

    boolean flag(String member) {
        var value = value(member).orElse(JsonValue.FALSE);
        problems.demand(value == JsonValue.TRUE || value == JsonValue.FALSE, at(member), "plugin.problem.no-flag");
        return value == JsonValue.TRUE;
    }

    int number(String member) {
        var value = value(member);
        if (value.isEmpty()) {
            return 0;
        }
        if (value.get() instanceof JsonNumber number && number.isIntegral()) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException tooLarge) {
                problems.tell(at(member), "plugin.problem.number-too-large");
                return 0;
            }
        }
        problems.tell(at(member), "plugin.problem.no-number");
        return 0;
    }

    <E extends Enum<E>> E oneOf(String member, Class<E> type, E standIn) {
        var text = text(member);
        return text.isEmpty() ? standIn : constant(type, text, at(member)).orElse(standIn);
    }

    <E extends Enum<E>> Optional<E> constant(Class<E> type, String text, String at) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelled(constant).equals(text))
                .findFirst();
        if (found.isEmpty()) {
            var known = Arrays.stream(type.getEnumConstants())
                    .map(ObjectNode::spelled)
                    .collect(Collectors.joining(", "));
            problems.tell(at, "plugin.problem.none-of", text, known);
        }
        return found;
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Strings of an array; an absent one is empty. */
    List<String> texts(String member) {
        var array = array(member);
        return IntStream.range(0, array.size())
                .mapToObj(i -> text(array.get(i), at(member) + "[" + i + "]"))
                .toList();
    }

    /** Objects of an array, each read with {@code reader}; an absent one is empty. */
    <T> List<T> list(String member, Function<ObjectNode, T> reader) {
        var array = array(member);
        return IntStream.range(0, array.size())
                .mapToObj(i -> element(array.get(i), at(member) + "[" + i + "]", reader))
                .flatMap(Optional::stream)
                .toList();
    }

    /** An object that may be absent, read with {@code reader}. */
    <T> Optional<T> object(String member, Function<ObjectNode, T> reader) {
        return value(member).flatMap(value -> element(value, at(member), reader));
    }

    /** An object whose member names are data; an absent one is empty. */
    Map<String, JsonValue> map(String member) {
        var value = value(member).orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (value instanceof JsonObject object) {
            return object;
        }
        problems.tell(at(member), "plugin.problem.no-object");
        return Map.of();
    }

    /** The same for an object of strings. */
    Map<String, String> textMap(JsonValue value, String at) {
        var texts = new LinkedHashMap<String, String>();
        if (value instanceof JsonObject object) {
            object.forEach((name, text) -> texts.put(name, text(text, at + "." + name)));
        } else {
            problems.tell(at, "plugin.problem.no-object");
        }
        return texts;
    }

    private <T> Optional<T> element(JsonValue value, String at, Function<ObjectNode, T> reader) {
        if (value instanceof JsonObject object) {
            return Optional.of(read(object, at, problems, reader));
        }
        problems.tell(at, "plugin.problem.no-object");
        return Optional.empty();
    }

    private JsonArray array(String member) {
        var value = value(member).orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (value instanceof JsonArray array) {
            return array;
        }
        problems.tell(at(member), "plugin.problem.no-list");
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    private String text(JsonValue value, String at) {
        if (!(value instanceof JsonString string)) {
            problems.tell(at, "plugin.problem.no-text");
            return "";
        }
        var text = string.getString();
        problems.demand(!text.isBlank(), at, "plugin.problem.empty");
        problems.demand(text.length() <= MAX_TEXT, at, "plugin.problem.too-long", MAX_TEXT);
        return text;
    }
}
