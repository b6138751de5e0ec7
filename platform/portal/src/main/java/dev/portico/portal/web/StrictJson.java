package dev.portico.portal.web;

import dev.portico.portal.failure.PortalException;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
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
     * @throws BadRequestException where the body is anything else, or a member is there twice
     * @throws PortalException where the body is too large, before any of it is parsed
     */
    public static JsonObject object(InputStream body) {
        var bytes = bytes(body);
        if (isDeep(bytes)) {
            throw new BadRequestException();
        }
        var strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
        try (var reader = Json.createReaderFactory(strict).createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new BadRequestException(e);
        }
    }

    /** The parser recurses. Brackets within texts count too, which no honest text has so many of unclosed. */
    private static boolean isDeep(byte[] bytes) {
        int depth = 0;
        for (byte octet : bytes) {
            depth += octet == '{' || octet == '[' ? 1 : octet == '}' || octet == ']' ? -1 : 0;
            if (depth > MOST_DEPTH) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(InputStream body) {
        try {
            var bytes = body.readNBytes(MOST_KILOBYTES * 1024 + 1);
            if (bytes.length > MOST_KILOBYTES * 1024) {
                throw PortalException.tooLarge("failure.too-large", Map.of("limit", MOST_KILOBYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new BadRequestException(e);
        }
    }
}
