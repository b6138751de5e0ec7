package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Workflow.Timed;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.draft.boundary.Drafts;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mail.boundary.MailView;
import dev.portico.portal.mail.boundary.TicketMails;
import dev.portico.portal.mail.control.MailHistory.Portion;
import dev.portico.portal.mail.control.UndeliverableStore;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.DeskOptions;
import dev.portico.portal.ticket.control.Intake;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.control.ParticipantStore;
import dev.portico.portal.ticket.control.Participation;
import dev.portico.portal.ticket.control.Tally;
import dev.portico.portal.ticket.control.TicketAccess;
import dev.portico.portal.ticket.control.TicketClocks;
import dev.portico.portal.ticket.control.TicketEngine;
import dev.portico.portal.ticket.control.TicketPortionStore;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketRow;
import dev.portico.portal.ticket.control.TicketScope;
import dev.portico.portal.ticket.control.TicketSearchStore;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.ticket.control.TimedTransitions;
import dev.portico.portal.ticket.control.Words;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The use cases of tickets in the current tenant, one transaction each. Whoever asks for a ticket that they may not
 * see, or that is another tenant's, gets the answer for an absent one.
 */
@ApplicationScoped
@Transactional
public class Tickets {
    /** What a search finds is counted up to here; beyond it is "more than". */
    static final int MOST_COUNTED = 1_000;

    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,15})");

    @Inject
    TicketStore store;

    @Inject
    TicketAccess access;

    @Inject
    TicketSearchStore search;

    @Inject
    TicketPortionStore portions;

    @Inject
    TicketEngine engine;

    @Inject
    Intake intake;

    @Inject
    TimedTransitions timed;

    @Inject
    TenantDesks desks;

    @Inject
    Attachments attachments;

    @Inject
    TicketMails mails;

    @Inject
    UndeliverableStore undeliverable;

    @Inject
    Drafts drafts;

    @Inject
    TicketClocks clocks;

    @Inject
    DeskOptions options;

    @Inject
    ParticipantStore participants;

    @Inject
    Participation participation;

    @Inject
    TenantDirectory directory;

    /** Whose tickets the actor can look at, their own first. */
    public List<TicketScope> scopes(Actor actor) {
        return access.scopes(actor);
    }

    public TicketPage list(TicketQuery query) {
        var tally = query.participant()
                .map(store::tallyOfParticipant)
                .orElseGet(() -> store.tally(query.requester(), query.organization()));
        return query.keyword().isBlank()
                ? new TicketPage(store.rows(query), query, tally.of(query.filter()), true, tally)
                : found(query, tally);
    }

    /**
     * Tickets by number, where the keyword is one: also by the number that they had in the tenant that they came from.
     *
     * @param actor who looks, in whatever list
     */
    public List<Numbered> numbered(Actor actor, String keyword) {
        var number = NUMBER.matcher(keyword.strip());
        if (!number.matches()) {
            return List.of();
        }
        var wanted = Long.parseLong(number.group(1));
        return store.byNumber(wanted).stream()
                .filter(ticket -> access.sees(actor, ticket))
                .map(ticket -> Numbered.of(ticket, wanted))
                .toList();
    }

    /** The first rows of a query, whatever page it asks for. */
    public List<TicketRow> first(TicketQuery query, int most) {
        return store.rows(query, 0, most);
    }

    /**
     * The next rows of a query, whatever page it asks for.
     *
     * @param last of the rows before, none for the first
     */
    public List<TicketRow> portion(TicketQuery query, Optional<TicketRow> last, int most) {
        return portions.after(query, last, most);
    }

    /** With all its mails. */
    public TicketDetails open(Actor actor, long number) {
        return open(actor, number, Portion.ALL);
    }

    private TicketDetails open(Actor actor, long number, Portion history) {
        var ticket = visible(actor, number);
        var desk = desks.ofType(ticket.type()).orElseThrow(desks::absent);
        var staff = !actor.customer();
        var entries = store.entries(number, staff);
        return new TicketDetails(
                desk,
                ticket,
                entries,
                attachments.ofTicket(number, staff),
                mails.ofTicket(number, actor.customer(), history),
                options.of(desk, ticket.organizationId()),
                participants.of(ticket),
                ticket.origin().flatMap(origin -> directory.byId(origin.tenant())),
                clocks.readings(desk, ticket, entries, Instant.now()),
                access.enterprise(actor),
                staff ? undeliverable.ofPerson(ticket.requesterSubject()) : Optional.empty());
    }

    /** A ticket with what the actor has begun to write and to attach, under the names of the page's forms. */
    public TicketWork work(Actor actor, long number, String draftForm, String filesForm, Portion history) {
        return new TicketWork(open(actor, number, history), unsent(actor, draftForm, filesForm));
    }

    /** What the organization has for the menus of the desk. */
    public OrganizationOptions options(TenantDesk desk, Optional<String> organization) {
        return options.of(desk, organization);
    }

    /**
     * What the actor's organization has for the menus of a form that the actor is about to fill in.
     *
     * @throws PortalException where they may not
     */
    public OrganizationOptions offered(Actor actor, TenantDesk desk) {
        access.requireAuthorized(actor);
        return options.of(desk, actor.organization());
    }

    public UnsentWork unsent(Actor actor, String draftForm, String filesForm) {
        var owner = actor.subject();
        return new UnsentWork(drafts.load(owner, draftForm).orElse(Map.of()), attachments.drafts(owner, filesForm));
    }

    public Ticket submit(Actor actor, NewTicket submission) {
        return intake.submit(actor, submission);
    }

    public void say(Actor actor, long number, Words words) {
        engine.say(actor, number, words);
    }

    public void note(Actor actor, long number, Words words) {
        engine.note(actor, number, words);
    }

    public Attachment attach(Actor actor, long number, Upload upload) {
        return engine.attach(actor, number, upload, false);
    }

    /** @param ids of the form's files that are meant */
    public int attachDrafts(Actor actor, long number, String form, Set<String> ids) {
        return engine.attachDrafts(actor, number, form, ids, false);
    }

    /** @param seen the status that the actor saw */
    public void moveTo(Actor actor, long number, Optional<String> seen, String status) {
        engine.moveTo(actor, number, seen, status);
    }

    public void close(Actor actor, long number) {
        engine.close(actor, number);
    }

    /** Numbers of tickets that a timed transition has to move. */
    public List<Long> due(TenantDesk desk, Timed move, Instant now, int most) {
        return timed.due(desk, move, now, most);
    }

    /** @return false where somebody has the ticket in hand just now, or it is due no longer */
    public boolean carryOut(TenantDesk desk, Timed move, Instant now, long number) {
        return timed.carryOut(desk, move, now, number);
    }

    /** @param seen subject of the assignee that the actor saw, empty for none */
    public void assign(Actor actor, long number, String seen, Optional<Assignee> assignee) {
        engine.assign(actor, number, seen, assignee);
    }

    public void escalate(Actor actor, long number, String reason) {
        engine.escalate(actor, number, reason);
    }

    /** @param address of somebody who is to take part */
    public void invite(Actor actor, long number, String address) {
        participation.invite(actor, number, address);
    }

    /** Whoever was named takes part. */
    public void confirm(Actor actor, long number, String subject) {
        participation.confirm(actor, number, subject);
    }

    /** Somebody takes part no longer, or is not to. */
    public void remove(Actor actor, long number, String subject) {
        participation.remove(actor, number, subject);
    }

    /** Whether the actor gets mails about it. */
    public void mute(Actor actor, long number, boolean muted) {
        participation.mute(actor, number, muted);
    }

    /** @param token of a mail about it */
    public void mute(long number, String token) {
        participation.mute(number, token);
    }

    public void deescalate(Actor actor, long number) {
        engine.deescalate(actor, number);
    }

    /** @param seen the level that the actor saw */
    public void rate(Actor actor, long number, String seen, String level) {
        engine.rate(actor, number, seen, level);
    }

    public Attachment attachment(Actor actor, long number, String id) {
        visible(actor, number);
        return attachments.find(number, id, !actor.customer()).orElseThrow(PortalException::notFound);
    }

    public MailView mail(Actor actor, long number, String id) {
        visible(actor, number);
        return mails.view(number, id, actor.customer()).orElseThrow(PortalException::notFound);
    }

    /** The ticket, where the actor sees it, also one that goes on elsewhere. */
    public Ticket seen(Actor actor, long number) {
        return access.find(actor, number);
    }

    /** The ticket, where the actor sees it and it is here. */
    public Ticket visible(Actor actor, long number) {
        var ticket = seen(actor, number);
        ticket.requireHere();
        return ticket;
    }

    private TicketPage found(TicketQuery query, Tally tally) {
        var found = search.find(query, MOST_COUNTED + 1);
        var beyondTheEnd = found.rows().isEmpty() && query.page() > 0;
        var counted =
                beyondTheEnd ? search.find(query.firstPage(), MOST_COUNTED + 1).count() : found.count();
        return new TicketPage(found.rows(), query, Math.min(counted, MOST_COUNTED), counted <= MOST_COUNTED, tally);
    }
}
