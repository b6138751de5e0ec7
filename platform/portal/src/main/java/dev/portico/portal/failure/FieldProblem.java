package dev.portico.portal.failure;

import java.util.Map;

/**
 * What is wrong with one field.
 *
 * @param field the field's id, as in the form and the API
 * @param key message key
 * @param args the message's named arguments
 */
public record FieldProblem(String field, String key, Map<String, ?> args) {
    public FieldProblem(String field, String key) {
        this(field, key, Map.of());
    }
}
