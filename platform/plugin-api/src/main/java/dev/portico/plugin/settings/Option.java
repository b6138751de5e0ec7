package dev.portico.plugin.settings;

import java.util.Locale;
import java.util.Map;

/**
 * A choice in a menu that a tenant fills itself, a product for example.
 *
 * @param id what is stored with the ticket
 * @param labels label by language tag; English is always there
 */
public record Option(String id, Map<String, String> labels) {
    public Option {
        if (!labels.containsKey("en")) {
            throw new IllegalArgumentException("Option " + id + " has no English label");
        }
        labels = Map.copyOf(labels);
    }

    public String label(Locale locale) {
        var label = labels.get(locale.getLanguage());
        return label != null ? label : labels.getOrDefault("en", id);
    }
}
