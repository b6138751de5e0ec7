package dev.portico.plugin.ticket;

import java.util.Map;

/**
 * A ticket as the requester submitted it, by web, API or e-mail, before it is stored.
 *
 * @param type id of the ticket type
 * @param values what was entered, by field id: every field of the type that was filled in but files, subject and
 *     description included
 */
public record Submission(String type, String subject, String description, Map<String, String> values) {
    public Submission {
        values = Map.copyOf(values);
    }
}
