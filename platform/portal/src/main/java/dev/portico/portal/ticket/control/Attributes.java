package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.TicketType;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was entered into the fields that the engine has no column for, as a ticket keeps it: a JSON object by field id. */
public final class Attributes {
    private Attributes() {}

    /** Of what another type has kept, what this type has fields for. */
    public static String ofType(TicketType type, String attributes) {
        return write(type, read(attributes));
    }

    /** @param values by field id, of fields of any kind; those left empty are absent */
    static String write(TicketType type, Map<String, String> values) {
        var json = Json.createObjectBuilder();
        type.fields().stream()
                .filter(field -> field.kind().further() && values.containsKey(field.id()))
                .forEach(field -> json.add(field.id(), values.getOrDefault(field.id(), "")));
        return json.build().toString();
    }

    public static Map<String, String> read(String attributes) {
        var values = new LinkedHashMap<String, String>();
        try (var reader = Json.createReader(new StringReader(attributes))) {
            reader.readObject().forEach((field, value) -> values.put(field, ((JsonString) value).getString()));
        }
        return values;
    }
}
