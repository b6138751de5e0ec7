package dev.portico.portal.draft.control;

import dev.portico.portal.failure.PortalException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Drafts as text, and what is too much for one. */
public final class DraftFormat {
    private static final int MOST_FIELDS = 50;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private DraftFormat() {}

    /** @throws PortalException where no form can be called this */
    public static String form(String name) {
        if (!FORM.matcher(name).matches()) {
            throw PortalException.notFound();
        }
        return name;
    }

    /**
     * A JSON object.
     *
     * @throws PortalException beyond 50 fields or 64 kB
     */
    public static String write(Map<String, String> fields) {
        var object = Json.createObjectBuilder();
        new TreeMap<>(fields).forEach((field, text) -> object.add(storable(field), storable(text)));
        var json = object.build().toString();
        if (fields.size() > MOST_FIELDS || json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw tooLarge();
        }
        return json;
    }

    /** @throws JsonException where it is no JSON object of texts */
    public static Map<String, String> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> text(entry.getValue())));
        }
    }

    public static PortalException tooLarge() {
        return PortalException.tooLarge("draft.too-large", Map.of());
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new JsonException("A field of a draft is no text");
    }

    /** PostgreSQL's jsonb has neither the character 0 nor halves of characters, and nobody types them. */
    private static String storable(String text) {
        return text.codePoints()
                .filter(codePoint -> codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
