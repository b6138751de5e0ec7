package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.Initials;
import dev.portico.portal.page.Markdown;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.TicketEntry;
import java.time.Instant;
import java.util.Map;

/**
 * An entry of the conversation as the page shows it: something said, or a line about what happened.
 *
 * @param side CSS class of a message: whose side it is on
 * @param html what was said; made from Markdown, with everything else escaped
 * @param text one line about what happened
 */
public record ThreadItem(
        boolean message,
        String side,
        String author,
        String initials,
        boolean support,
        boolean note,
        Instant at,
        String html,
        String text,
        String icon,
        String tone) {

    static ThreadItem of(TicketEntry entry, TicketDetails details, Reader reader, Texts texts) {
        var author = entry.author().name();
        var support = entry.author().role() != Role.CUSTOMER;
        var note = entry.kind() == EntryKind.NOTE;
        var said = entry.kind().message();
        var side = note ? "msg-note" : support ? "msg-agent" : "msg-customer";
        return new ThreadItem(
                said,
                side,
                author,
                Initials.of(author),
                support,
                note,
                entry.createdAt(),
                said ? Markdown.html(entry.text()) : "",
                said ? "" : line(entry, details, reader, texts),
                icon(entry.kind()),
                tone(entry.kind()));
    }

    private static String tone(EntryKind kind) {
        return switch (kind) {
            case URGENCY, ESCALATION, SLA_BREACH -> "tone-critical";
            case SLA_WARNING -> "tone-warn";
            default -> "";
        };
    }

    private static String line(TicketEntry entry, TicketDetails details, Reader reader, Texts texts) {
        var desk = details.desk();
        var actor = name(entry, reader, texts);
        var from = entry.oldValue().orElse("");
        var to = entry.newValue().orElse("");
        return switch (entry.kind()) {
            case STATUS ->
                texts.text(
                        reader,
                        "ticket.event.status",
                        Map.of(
                                "actor",
                                actor,
                                "from",
                                desk.statusLabel(reader, from),
                                "to",
                                desk.statusLabel(reader, to)));
            case SEVERITY ->
                texts.text(
                        reader,
                        "ticket.event.severity",
                        Map.of(
                                "actor",
                                actor,
                                "scale",
                                desk.text(reader, desk.scale().label()),
                                "from",
                                desk.severityLabel(reader, from),
                                "to",
                                desk.severityLabel(reader, to)));
            case ASSIGNMENT ->
                to.isEmpty()
                        ? texts.text(reader, "ticket.event.unassigned", Map.of("actor", actor))
                        : texts.text(reader, "ticket.event.assigned", Map.of("actor", actor, "to", to));
            case URGENCY -> texts.text(reader, "ticket.event.urgent", Map.of("phrase", to));
            case ATTACHMENT -> texts.text(reader, "ticket.event.attached", Map.of("actor", actor, "name", to));
            case FOLLOW_UP -> texts.text(reader, "ticket.event.follows", Map.of("number", to));
            case ISSUE -> texts.text(reader, "ticket.event.issue", Map.of("actor", actor, "title", to));
            case ESCALATION -> texts.text(reader, "ticket.event.escalated", Map.of("actor", actor, "reason", to));
            case JOINED -> joined(entry, actor, reader, texts);
            case LEFT -> left(entry, actor, reader, texts);
            case DE_ESCALATION -> texts.text(reader, "ticket.event.deescalated", Map.of("actor", actor));
            case SLA_WARNING -> texts.text(reader, "ticket.event.sla-warning");
            case SLA_BREACH -> texts.text(reader, "ticket.event.sla-breach");
            case MOVED -> arrival(entry, details, reader, texts);
            case DESCRIPTION, COMMENT, REPLY, NOTE -> "";
        };
    }

    private static String joined(TicketEntry entry, String actor, Reader reader, Texts texts) {
        return texts.text(reader, "ticket.event.joined", Map.of("actor", actor, "name", entry.text()));
    }

    private static String left(TicketEntry entry, String actor, Reader reader, Texts texts) {
        // Of people of a tenant that the ticket has left only their names are known.
        var itself = entry.newValue()
                .map(subject -> entry.author().subject().filter(subject::equals).isPresent())
                .orElseGet(() -> entry.author().name().equals(entry.text()));
        return itself
                ? texts.text(reader, "ticket.event.left", Map.of("name", entry.text()))
                : texts.text(reader, "ticket.event.removed", Map.of("actor", actor, "name", entry.text()));
    }

    /** The text of the entry is what this desk has no field for. */
    private static String arrival(TicketEntry entry, TicketDetails details, Reader reader, Texts texts) {
        var from = entry.oldValue().orElse("");
        var place = Map.of(
                "tenant",
                details.formerly()
                        .filter(tenant -> tenant.id().equals(from))
                        .map(tenant -> tenant.name(reader.ui()))
                        .orElse(from),
                "number",
                entry.newValue().orElse(""),
                "fields",
                entry.text());
        return texts.text(reader, entry.text().isEmpty() ? "ticket.event.moved" : "ticket.event.moved.with", place);
    }

    /** What the engine did by itself has no name to it. */
    static String name(TicketEntry entry, Reader reader, Texts texts) {
        return entry.author().role() == Role.SYSTEM
                ? texts.text(reader, "ticket.system")
                : entry.author().name();
    }

    private static String icon(EntryKind kind) {
        return switch (kind) {
            case STATUS -> "status-progress";
            case SEVERITY, URGENCY, ESCALATION, DE_ESCALATION -> "alert-octagon";
            case SLA_WARNING, SLA_BREACH -> "clock";
            case ASSIGNMENT, JOINED, LEFT -> "user";
            case ATTACHMENT -> "paperclip";
            case MOVED -> "arrow-right";
            case FOLLOW_UP -> "arrow-right";
            case ISSUE -> "pulse";
            case DESCRIPTION, COMMENT, REPLY, NOTE -> "chat";
        };
    }
}
