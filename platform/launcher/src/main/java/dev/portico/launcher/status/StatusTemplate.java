package dev.portico.launcher.status;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** A status page whose moments are written as distances from the demonstration's first start: {@code -PT2H}. */
final class StatusTemplate {
    private static final Set<String> MOMENTS = Set.of(
            "created_at",
            "updated_at",
            "started_at",
            "monitoring_at",
            "resolved_at",
            "display_at",
            "scheduled_for",
            "scheduled_until");

    private final Instant since;

    private StatusTemplate(Instant since) {
        this.since = since;
    }

    static JsonObject read(String name, Instant since) {
        try (var stream = Objects.requireNonNull(StatusTemplate.class.getResourceAsStream(name + ".json"));
                var reader = Json.createReader(stream)) {
            return new StatusTemplate(since).dated(reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject dated(JsonObject object) {
        var dated = Json.createObjectBuilder();
        object.forEach((member, value) -> dated.add(member, dated(member, value)));
        return dated.build();
    }

    private JsonValue dated(String member, JsonValue value) {
        if (value instanceof JsonObject object) {
            return dated(object);
        }
        if (value instanceof JsonArray array) {
            var all = Json.createArrayBuilder();
            array.forEach(element -> all.add(dated(member, element)));
            return all.build();
        }
        return MOMENTS.contains(member) && value instanceof JsonString distance
                ? Json.createValue(
                        since.plus(Duration.parse(distance.getString())).toString())
                : value;
    }
}
