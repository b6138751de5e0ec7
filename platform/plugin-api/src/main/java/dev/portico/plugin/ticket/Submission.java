package dev.portico.plugin.ticket;

import java.util.Map;

/**
 * A ticket as the requester submitted it, by web, API or e-mail, before it is stored.
 *
 * @param type id of the ticket type
 * @param values what was entered in the type's further fields, by field id
 */
public record Submission(String type, String subject, String description, Map<String, String> values) {
    public Submission {
        values = Map.copyOf(values);
    }
}
