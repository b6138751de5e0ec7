package dev.portico.systemstatus.feed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object of a JSON document that a stranger made: what is read of it has the type asked for, or the document is refused. */
final class Json {
    private static final int DEEPEST = 30;

    private final JsonObject object;
    private final Times times;

    private Json(JsonObject object, Times times) {
        this.object = object;
        this.times = times;
    }

    static Json of(byte[] document, Times times) {
        try (var reader = new JsonReader(new StringReader(text(document)))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST);
            var root = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT || !root.isJsonObject()) {
                throw new UnusableDocument("The document is not one JSON object");
            }
            return new Json(root.getAsJsonObject(), times);
        } catch (JsonParseException | IOException malformed) {
            throw new UnusableDocument(
                    "The document is no JSON: " + PlainText.line(String.valueOf(malformed.getMessage())));
        }
    }

    private static String text(byte[] document) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new UnusableDocument("The document is not in UTF-8");
        }
    }

    Json object(String name) {
        return member(name)
                .filter(JsonElement::isJsonObject)
                .map(found -> new Json(found.getAsJsonObject(), times))
                .orElseThrow(() -> new UnusableDocument("There is no object “" + name + "”"));
    }

    /** The objects of a list that has to be there. */
    List<Json> list(String name, int most) {
        return optionalList(name, most).orElseThrow(() -> new UnusableDocument("There is no list “" + name + "”"));
    }

    Optional<List<Json>> optionalList(String name, int most) {
        return member(name).map(found -> objects(name, found, most));
    }

    private List<Json> objects(String name, JsonElement found, int most) {
        if (!found.isJsonArray()) {
            throw new UnusableDocument("“" + name + "” is no list");
        }
        if (found.getAsJsonArray().size() > most) {
            throw new UnusableDocument("“" + name + "” has more than " + most + " entries");
        }
        var objects = new ArrayList<Json>();
        for (var entry : found.getAsJsonArray()) {
            if (!entry.isJsonObject()) {
                throw new UnusableDocument("“" + name + "” has an entry that is no object");
            }
            objects.add(new Json(entry.getAsJsonObject(), times));
        }
        return objects;
    }

    /** Text that has to be there; an identifier as it is. */
    String id(String name) {
        var id = string(name).orElse("");
        if (id.isBlank() || id.length() > 500 || !PlainText.isPrintable(id)) {
            throw new UnusableDocument("An entry has no usable “" + name + "”");
        }
        return id;
    }

    /** A line of text that has to be there. */
    String line(String name) {
        return string(name)
                .map(PlainText::line)
                .filter(line -> !line.isBlank())
                .orElseThrow(() -> new UnusableDocument("An entry has no “" + name + "”"));
    }

    Optional<String> string(String name) {
        return member(name).map(found -> {
            if (!found.isJsonPrimitive()) {
                throw new UnusableDocument("“" + name + "” is no text");
            }
            return found.getAsString();
        });
    }

    /** A whole number; empty where it is something else. */
    Optional<Integer> number(String name) {
        return string(name).flatMap(digits -> {
            try {
                return Optional.of(Integer.valueOf(digits));
            } catch (NumberFormatException other) {
                return Optional.empty();
            }
        });
    }

    boolean flag(String name) {
        return string(name).map(Boolean::parseBoolean).orElse(false);
    }

    Instant time(String name) {
        return optionalTime(name).orElseThrow(() -> new UnusableDocument("An entry has no time “" + name + "”"));
    }

    Optional<Instant> optionalTime(String name) {
        return string(name).map(times::iso);
    }

    private Optional<JsonElement> member(String name) {
        return Optional.ofNullable(object.get(name)).filter(found -> !found.isJsonNull());
    }
}
