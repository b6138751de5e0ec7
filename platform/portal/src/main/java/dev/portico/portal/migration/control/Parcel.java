package dev.portico.portal.migration.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import java.util.List;
import java.util.Optional;

/**
 * A ticket with all that goes with it, as it stands in the tenant that it leaves.
 *
 * @param entries in order
 * @param kept values of fields that the other desk does not have, in words of the requester's language, and what else stays; may be empty
 */
public record Parcel(
        Ticket ticket,
        List<TicketEntry> entries,
        List<Attachment> files,
        List<Mail> mails,
        Account requester,
        Optional<Organization> organization,
        String kept) {
    public long number() {
        return ticket.number();
    }
}
