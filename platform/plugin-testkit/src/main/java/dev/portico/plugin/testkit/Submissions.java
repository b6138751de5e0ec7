package dev.portico.plugin.testkit;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.ticket.Submission;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes what a requester submits: {@code Submissions.of(plugin, "case").with("subject", "Help!").submission()}. Subject
 * and description are empty until they are set.
 */
public final class Submissions {
    private final TicketType type;
    private final Map<String, String> values = new HashMap<>();

    private Submissions(TicketType type) {
        this.type = type;
    }

    /** @throws AssertionError where the plugin has no such ticket type */
    public static Submissions of(PluginPackage plugin, String ticketType) {
        return plugin.manifest().ticketTypes().stream()
                .filter(type -> type.id().equals(ticketType))
                .findFirst()
                .map(Submissions::new)
                .orElseThrow(() -> new AssertionError("There is no ticket type " + ticketType));
    }

    /** @throws AssertionError where the form has no such field, or one of files */
    public Submissions with(String field, String value) {
        if (type.fields().stream().noneMatch(asked -> asked.id().equals(field) && asked.kind() != Field.Kind.FILES)) {
            throw new AssertionError("The form of " + type.id() + " has no text in a field " + field);
        }
        values.put(field, value);
        return this;
    }

    public Submission submission() {
        return new Submission(type.id(), text(Field.Kind.SUBJECT), text(Field.Kind.DESCRIPTION), values);
    }

    private String text(Field.Kind kind) {
        return type.field(kind)
                .map(field -> values.getOrDefault(field.id(), ""))
                .orElse("");
    }
}
