package dev.portico.portal.ticket.boundary;

import dev.portico.portal.failure.PortalException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.ws.rs.BadRequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a body that is one JSON object of plain values. Token by token: the server's own reader answers other JSON
 * with an error of ours instead of the caller's, and takes any depth.
 */
final class JsonBody {
    private static final int MOST_KILOBYTES = 1024;

    private JsonBody() {}

    /**
     * The values as texts; what is {@code null} is absent.
     *
     * @throws BadRequestException where the body is anything else
     * @throws PortalException where the body is too large, before any of it is parsed
     */
    static Map<String, String> texts(InputStream body) {
        try (var parser = Json.createParser(new ByteArrayInputStream(bytes(body)))) {
            if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
                throw new BadRequestException();
            }
            var texts = new LinkedHashMap<String, String>();
            for (var event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
                read(parser, texts);
            }
            if (parser.hasNext()) {
                throw new BadRequestException();
            }
            return texts;
        } catch (JsonException e) {
            throw new BadRequestException(e);
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
            throw new BadRequestException(e);
        }
    }

    private static void read(JsonParser parser, Map<String, String> texts) {
        var name = parser.getString();
        switch (parser.next()) {
            case VALUE_STRING, VALUE_NUMBER -> texts.put(name, parser.getString());
            case VALUE_TRUE -> texts.put(name, "true");
            case VALUE_FALSE -> texts.put(name, "false");
            case VALUE_NULL -> texts.remove(name);
            default -> throw new BadRequestException();
        }
    }
}
