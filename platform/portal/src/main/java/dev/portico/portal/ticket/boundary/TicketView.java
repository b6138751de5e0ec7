package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One ticket in the words of its desk and its reader.
 *
 * @param thread in order
 */
public record TicketView(TicketDetails details, Reader reader, List<ThreadItem> thread) {
    /**
     * A further field of a ticket.
     *
     * @param value as it is stored
     * @param text the same for a reader
     */
    public record Fact(String field, String value, String label, String text) {}

    static TicketView of(TicketDetails details, Reader reader, Texts texts) {
        return new TicketView(
                details,
                reader,
                details.entries().stream()
                        .map(entry -> ThreadItem.of(entry, details.desk(), reader, texts))
                        .toList());
    }

    public Ticket ticket() {
        return details.ticket();
    }

    public String number() {
        return Long.toString(ticket().number());
    }

    public Badge status() {
        return Badge.status(details.desk(), reader, ticket().status());
    }

    public Badge severity() {
        return Badge.severity(details.desk(), reader, ticket().severity());
    }

    public String severityLabel() {
        return details.desk().text(reader, details.desk().scale().label());
    }

    public String product() {
        return ticket().product()
                .map(product -> details.desk().productLabel(reader, product))
                .orElse("");
    }

    public boolean hasProduct() {
        return details.desk().type().field(Field.Kind.PRODUCT).isPresent();
    }

    /** What else was entered, of what is neither shown elsewhere nor a text of its own. */
    public List<Fact> further() {
        return further(details, reader);
    }

    static List<Fact> further(TicketDetails details, Reader reader) {
        var values = attributes(details.ticket().attributes());
        return details.desk().type().fields().stream()
                .filter(field -> values.containsKey(field.id()))
                .map(field -> new Fact(
                        field.id(),
                        values.getOrDefault(field.id(), ""),
                        details.desk().text(reader, field.label()),
                        text(details, reader, field, values.getOrDefault(field.id(), ""))))
                .toList();
    }

    private static String text(TicketDetails details, Reader reader, Field field, String value) {
        return field.organizationList()
                .map(list -> details.options().label(list, value))
                .orElseGet(() -> details.desk().optionLabel(reader, field, value));
    }

    private static Map<String, String> attributes(String json) {
        try (var parsed = Json.createReader(new StringReader(json))) {
            return parsed.readObject().entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof JsonString)
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
        }
    }

    /** Empty where nobody has it. */
    public String assignee() {
        return ticket().assignee().map(Assignee::name).orElse("");
    }

    public List<Attachment> attachments() {
        return details.attachments();
    }
}
