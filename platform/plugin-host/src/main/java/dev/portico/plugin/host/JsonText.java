package dev.portico.plugin.host;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Parses a JSON object strictly: a member that is there twice is a problem, not the last one's victory. */
final class JsonText {
    private static final int MAX_DEPTH = 40;

    private JsonText() {}

    static Optional<JsonObject> object(String text, String place, Problems problems) {
        if (deep(text)) {
            problems.tell(place, "plugin.problem.too-deep", MAX_DEPTH);
            return Optional.empty();
        }
        var strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
        try (var reader = Json.createReaderFactory(strict).createReader(new StringReader(text))) {
            if (reader.readValue() instanceof JsonObject object) {
                return Optional.of(object);
            }
            problems.tell(place, "plugin.problem.no-json-object");
        } catch (JsonParsingException malformed) {
            var at = malformed.getLocation();
            problems.tell(place, "plugin.problem.no-json-at", at.getLineNumber(), at.getColumnNumber());
        } catch (JsonException | IllegalStateException malformed) {
            problems.tell(place, "plugin.problem.no-json");
        }
        return Optional.empty();
    }

    /** The parser recurses; brackets inside strings count too, which no honest document has so many of. */
    private static boolean deep(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest > MAX_DEPTH;
    }
}
