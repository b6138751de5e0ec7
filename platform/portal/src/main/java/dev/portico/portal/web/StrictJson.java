package dev.portico.portal.web;

import dev.portico.portal.failure.PortalException;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads a body that is one JSON object, of a size and depth that somebody may mean. */
public final class StrictJson {
    private static final int MOST_KILOBYTES = 1024;
    private static final int MOST_DEPTH = 20;

    private StrictJson() {}

    /**
     * @throws JsonException where the body is anything else, or a member is there twice: the caller's mistake
     * @throws PortalException where the body is too large, before any of it is parsed
     */
    public static JsonObject object(InputStream body) {
        var bytes = bytes(body);
        requireShallow(bytes);
        var strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
        try (var reader = Json.createReaderFactory(strict).createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (IllegalStateException e) {
            throw new JsonException("A member is there twice", e);
        }
    }

    /** Token by token, since the reader recurses; it does not look at what comes after the object, either. */
    private static void requireShallow(byte[] bytes) {
        try (var parser = Json.createParser(new ByteArrayInputStream(bytes))) {
            int depth = 0;
            while (parser.hasNext()) {
                depth += switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> 1;
                    case END_OBJECT, END_ARRAY -> -1;
                    default -> 0;
                };
                if (depth > MOST_DEPTH) {
                    throw new JsonException("Nested too deep");
                }
            }
        }
    }

    private static byte[] bytes(InputStream body) {
        try {
            var bytes = body.readNBytes(MOST_KILOBYTES * 1024 + 1);
            if (bytes.length > MOST_KILOBYTES * 1024) {
                throw PortalException.tooLarge("failure.too-large", Map.of("limit", MOST_KILOBYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new JsonException("The body cannot be read", e);
        }
    }
}
