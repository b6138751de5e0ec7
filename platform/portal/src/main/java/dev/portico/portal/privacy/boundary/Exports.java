package dev.portico.portal.privacy.boundary;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.control.KeptMailStore;
import dev.portico.portal.privacy.control.ExportJson;
import dev.portico.portal.privacy.control.ExportStore;
import dev.portico.portal.terms.control.TermsStore;
import dev.portico.portal.ticket.control.ParticipantStore;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept of a person of the current tenant, portion by portion, as the person may see it. */
@ApplicationScoped
@Transactional
public class Exports {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int TICKETS = 50;
    private static final int MAILS = 100;

    @Inject
    ExportStore store;

    @Inject
    AccountStore accounts;

    @Inject
    TicketStore tickets;

    @Inject
    KeptMailStore received;

    @Inject
    ParticipantStore participants;

    @Inject
    TermsStore terms;

    @Inject
    Attachments attachments;

    @Inject
    Audit audit;

    /**
     * A piece of what is kept.
     *
     * @param cursor for the next portion
     * @param files the person's own ones
     */
    public record Piece<C>(C cursor, JsonObject json, List<Attachment> files) {}

    /** @throws PortalException where it is on its way to the person already, at whatever node */
    public void begin(String subject) {
        var now = Instant.now();
        if (!account(subject).beginExport(now, now.plus(LONGEST))) {
            throw PortalException.conflict("privacy.export.busy", Map.of());
        }
        audit.record(AuditAction.DATA_EXPORTED, subject, Optional.empty(), List.of());
    }

    public void end(String subject) {
        accounts.find(subject).ifPresent(Account::endExport);
    }

    public JsonObject person(String subject) {
        var account = account(subject);
        return ExportJson.account(
                account,
                account.organizationId().flatMap(accounts::organization).map(Organization::name),
                participants.numbers(subject));
    }

    /** @param after cursor of the last piece, 0 for the first portion */
    public List<Piece<Long>> tickets(String subject, long after) {
        return store.tickets(subject, after, TICKETS).stream()
                .map(ticket -> piece(ticket, subject))
                .toList();
    }

    private Piece<Long> piece(Ticket ticket, String subject) {
        var files = attachments.ofTicket(ticket.number(), false);
        return new Piece<>(
                ticket.number(),
                ExportJson.ticket(ticket, tickets.entries(ticket.number(), false), files),
                files.stream()
                        .filter(file -> file.ownerSubject().equals(subject))
                        .toList());
    }

    /**
     * Sent to the address, where somebody has seen that it is the person's.
     *
     * @param after cursor of the last piece, empty for the first portion
     */
    public List<Piece<String>> mails(String subject, String after) {
        return address(subject)
                .map(email -> store.mails(email, after, MAILS).stream()
                        .map(mail -> new Piece<>(mail.id(), ExportJson.mail(mail), List.<Attachment>of()))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Ids of those that came from the address, as above.
     *
     * @param after the last one of the portion before, empty for the first
     */
    public List<String> received(String subject, String after) {
        return address(subject).map(email -> received.from(email, after, MAILS)).orElse(List.of());
    }

    public List<JsonObject> terms(String subject) {
        return terms.accepted(subject).stream().map(ExportJson::terms).toList();
    }

    public List<JsonObject> drafts(String subject) {
        return store.drafts(subject).stream().map(ExportJson::draft).toList();
    }

    public List<JsonObject> subscriptions(String subject) {
        return address(subject).map(store::subscriptions).orElse(List.of()).stream()
                .map(ExportJson::subscription)
                .toList();
    }

    private Optional<String> address(String subject) {
        var profile = account(subject).profile();
        return Optional.of(profile.email()).filter(email -> profile.emailVerified() && !email.isEmpty());
    }

    private Account account(String subject) {
        return accounts.find(subject).orElseThrow(PortalException::notFound);
    }
}
