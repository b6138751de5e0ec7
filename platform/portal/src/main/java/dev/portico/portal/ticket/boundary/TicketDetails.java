package dev.portico.portal.ticket.boundary;

import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.account.entity.Organization.Agreement;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.mail.control.MailHistory;
import dev.portico.portal.mail.control.UndeliverableStore.Mark;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.sla.entity.Reading;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.control.ParticipantStore.Involved;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a reader may see of one ticket.
 *
 * @param history of mails
 * @param options what the requester's organization has for the menus of the desk
 * @param people who has to do with it, but for the requester
 * @param formerly the tenant that it came from
 * @param enterprise what is agreed with the reader's organization, where that is an enterprise
 * @param undeliverable since when mails do not reach the requester, for the staff
 */
public record TicketDetails(
        TenantDesk desk,
        Ticket ticket,
        List<TicketEntry> entries,
        List<Attachment> attachments,
        MailHistory history,
        OrganizationOptions options,
        List<Involved> people,
        Optional<Tenant> formerly,
        List<Reading> sla,
        Optional<Agreement> enterprise,
        Optional<Mark> undeliverable) {}
