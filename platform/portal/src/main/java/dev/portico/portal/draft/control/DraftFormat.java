package dev.portico.portal.draft.control;

import dev.portico.portal.failure.PortalException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Drafts as text, and what is too much for one. */
public final class DraftFormat {
    private static final int MOST_FIELDS = 50;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Jsonb JSONB = JsonbBuilder.create();

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
        var kept = new TreeMap<String, String>();
        // PostgreSQL has no character 0 in its jsonb, and nobody types one.
        fields.forEach((field, text) -> kept.put(field.replace("\0", ""), text.replace("\0", "")));
        var json = JSONB.toJson(kept);
        if (fields.size() > MOST_FIELDS || json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw PortalException.tooLarge("draft.too-large", Map.of());
        }
        return json;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, String> read(String json) {
        return Map.copyOf((Map<String, String>) JSONB.fromJson(json, Map.class));
    }
}
