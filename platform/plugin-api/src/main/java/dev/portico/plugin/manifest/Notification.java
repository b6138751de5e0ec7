package dev.portico.plugin.manifest;

import java.util.List;

/**
 * A mail that an event causes.
 *
 * <p>{@code template} is a prefix of message keys: {@code <template>.subject} and {@code <template>.body}, both with the
 * arguments {@code number}, {@code subject}, {@code product}, {@code severity}, {@code status}, {@code requester},
 * {@code assignee} (empty where nobody has it), {@code actor}, {@code text} (what was written, empty if nothing) and {@code phrase}
 * (of an urgent ticket). A body is plain text with empty lines between paragraphs; the engine sets salutation, link to the ticket
 * and footer around it.
 *
 * @param levels only tickets that have one of these levels of the type's scale by now; empty: all
 */
public record Notification(TicketEvent event, Recipient to, String template, List<String> levels) {
    public Notification {
        levels = List.copyOf(levels);
    }

    public Notification(TicketEvent event, Recipient to, String template) {
        this(event, to, template, List.of());
    }

    public boolean concerns(String level) {
        return levels.isEmpty() || levels.contains(level);
    }

    /**
     * Who receives it; nobody is told of what they did themselves, but for {@link TicketEvent#CREATED}. Of what is
     * internal, notes and files alike, the requester is never told.
     */
    public sealed interface Recipient {
        record Requester() implements Recipient {}

        record Assignee() implements Recipient {}

        /** The addresses of an {@code EMAIL} or {@code EMAILS} setting. */
        record Addresses(String setting) implements Recipient {}
    }
}
