package dev.portico.portal.ticket.boundary;

import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.MailSummary;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.sla.entity.Reading;
import dev.portico.portal.ticket.control.TicketRow;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.TicketEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tickets as JSON, with labels in the caller's language. */
@RequestScoped
public class TicketJson {
    @Inject
    CurrentReader readers;

    @Inject
    Texts texts;

    @Inject
    TenantDesks desks;

    public JsonObject page(TicketPage page) {
        return Json.createObjectBuilder()
                .add("items", array(page.rows(), row -> row(row).build()))
                .add("page", page.query().page())
                .add("size", page.query().size())
                .add("total", page.total())
                .add("totalIsExact", page.exact())
                .build();
    }

    public JsonObject details(TicketDetails details) {
        var ticket = details.ticket();
        var row = row(new TicketRow(
                ticket.number(),
                ticket.type(),
                ticket.subject(),
                ticket.status(),
                ticket.severity(),
                0,
                ticket.urgent(),
                ticket.product().orElse(null),
                ticket.requesterName(),
                ticket.assignee().map(agent -> agent.name()).orElse(null),
                ticket.createdAt(),
                ticket.updatedAt(),
                null,
                ticket.escalatedAt().orElse(null)));
        var messages = details.entries().stream()
                .filter(entry -> entry.kind().message())
                .toList();
        return row.add("description", description(details))
                .add("fields", array(FurtherField.of(details, readers.get()), TicketJson::field))
                .add("urgentBecause", text(ticket.urgentPhrase().orElse(null)))
                .add("conversation", array(messages, this::message))
                .add("attachments", array(details.attachments(), this::attachment))
                .add("activity", activity(details))
                .add("sla", array(details.sla(), TicketJson::promise))
                .build();
    }

    public JsonObject attachment(Attachment attachment) {
        return Json.createObjectBuilder()
                .add("id", attachment.id())
                .add("name", attachment.name())
                .add("type", attachment.mediaType())
                .add("size", attachment.size())
                .add("createdAt", attachment.createdAt().toString())
                .build();
    }

    private JsonObjectBuilder row(TicketRow row) {
        var reader = readers.get();
        return Json.createObjectBuilder()
                .add("number", row.number())
                .add("type", row.type())
                .add("subject", row.subject())
                .add("status", row.status())
                .add("statusLabel", statusLabel(reader, row.type(), row.status()))
                .add("severity", row.severity())
                .add("urgent", row.urgent())
                .add("escalated", row.escalated())
                .add("product", text(row.product()))
                .add("requester", row.requesterName())
                .add("createdAt", row.createdAt().toString())
                .add("updatedAt", row.updatedAt().toString());
    }

    private String statusLabel(Reader reader, String type, String status) {
        return desks.ofType(type).map(desk -> desk.statusLabel(reader, status)).orElse(status);
    }

    private static JsonObject field(FurtherField field) {
        return Json.createObjectBuilder()
                .add("id", field.id())
                .add("label", field.label())
                .add("value", field.value())
                .add("valueLabel", field.text())
                .build();
    }

    private static String description(TicketDetails details) {
        return details.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.DESCRIPTION)
                .map(TicketEntry::text)
                .findFirst()
                .orElse("");
    }

    private static JsonObject promise(Reading reading) {
        return Json.createObjectBuilder()
                .add(
                        "metric",
                        switch (reading.metric()) {
                            case FIRST_RESPONSE -> "firstResponse";
                        })
                .add("dueAt", text(reading.dueAt().map(Instant::toString).orElse(null)))
                .add("state", name(reading.state()))
                .add(
                        "answeredAt",
                        text(reading.answeredAt().map(Instant::toString).orElse(null)))
                .build();
    }

    private JsonObject message(TicketEntry entry) {
        return Json.createObjectBuilder()
                .add("position", entry.position())
                .add("kind", name(entry.kind()))
                .add("author", entry.author().name())
                .add("role", name(entry.author().role()))
                .add("text", entry.text())
                .add("createdAt", entry.createdAt().toString())
                .build();
    }

    private JsonArrayBuilder activity(TicketDetails details) {
        var events = details.entries().stream()
                .filter(entry -> !entry.kind().message())
                .toList();
        var all = array(events, entry -> event(details.desk(), entry));
        details.history().mails().forEach(mail -> all.add(mail(mail)));
        return all;
    }

    private JsonObject event(TenantDesk desk, TicketEntry entry) {
        var reader = readers.get();
        // Of people their name: whose account it is matters to nobody.
        var people = entry.kind() == EntryKind.JOINED || entry.kind() == EntryKind.LEFT;
        var value = people ? Optional.of(entry.text()) : entry.newValue();
        var label = entry.kind() == EntryKind.STATUS ? value.map(status -> desk.statusLabel(reader, status)) : value;
        return Json.createObjectBuilder()
                .add("kind", name(entry.kind()))
                .add("actor", ThreadItem.name(entry, reader, texts))
                .add("from", text(entry.oldValue().orElse(null)))
                .add("to", text(value.orElse(null)))
                .add("label", text(label.orElse(null)))
                .add("createdAt", entry.createdAt().toString())
                .build();
    }

    private JsonObject mail(MailSummary mail) {
        return Json.createObjectBuilder()
                .add("kind", "mail")
                .add("id", mail.id())
                .add("subject", mail.subject())
                .add("received", mail.received())
                .add(mail.received() ? "from" : "to", mail.correspondent())
                .add("createdAt", mail.at().toString())
                .build();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonValue text(@Nullable String text) {
        return text == null ? JsonValue.NULL : Json.createValue(text);
    }

    private static <T> JsonArrayBuilder array(Collection<T> items, Function<T, JsonObject> toJson) {
        var array = Json.createArrayBuilder();
        items.forEach(item -> array.add(toJson.apply(item)));
        return array;
    }
}
