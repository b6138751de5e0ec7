package dev.portico.portal.ticket.boundary;

import java.util.List;

/**
 * Who has to do with a ticket, as its page shows it.
 *
 * @param taking who takes part, but for the requester
 * @param named who was in copy of a mail, where the reader can decide about them
 * @param invites whether the reader can let people take part
 * @param told whether the reader is told of what happens, if they want to
 * @param muted whether the reader wants no mails
 */
public record PeopleView(List<Row> taking, List<Row> named, boolean invites, boolean told, boolean muted) {
    /**
     * A person.
     *
     * @param detail what else the reader may know of them, or empty
     * @param own whether it is the reader
     * @param removable by the reader
     */
    public record Row(String subject, String name, String detail, boolean own, boolean removable) {}
}
