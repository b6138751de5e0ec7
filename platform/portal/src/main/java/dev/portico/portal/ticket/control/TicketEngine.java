package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.attachment.entity.StoredFile;
import dev.portico.portal.draft.boundary.Drafts;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Happening;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can happen to a ticket that exists, whoever causes it: each change locks the ticket, leaves an entry, follows
 * the workflow and tells whom the desk declares. A ticket that the actor may not see is an absent one.
 */
@ApplicationScoped
public class TicketEngine {
    private static final int LONGEST_MESSAGE = 20_000;
    private static final int LONGEST_REASON = 1_000;

    @Inject
    TicketStore store;

    @Inject
    TicketAccess access;

    @Inject
    TenantDesks desks;

    @Inject
    Attachments attachments;

    @Inject
    Drafts drafts;

    @Inject
    Notifier notifier;

    @Inject
    TicketClocks clocks;

    @Inject
    Event<TicketHappened> happened;

    /** A ticket locked for a change. */
    private record Change(Ticket ticket, TenantDesk desk, Actor actor, Instant now) {}

    /** A customer's comment or an agent's public reply. */
    public void say(Actor actor, long number, Words words) {
        var change = begin(actor, number);
        if (repeated(change, words)) {
            return;
        }
        requireOpen(change);
        var said = message(words.text());
        var kind = actor.customer() ? EntryKind.COMMENT : EntryKind.REPLY;
        record(change, Happening.said(kind, said, words.submissionKey().orElse(null)));
        words.draftForm().ifPresent(form -> drafts.discard(actor.subject(), form));
        var event = actor.customer() ? TicketEvent.CUSTOMER_COMMENTED : TicketEvent.AGENT_REPLIED;
        announce(change, event, said);
        if (follow(change, event) || !actor.customer()) {
            retime(change);
        }
    }

    /** An internal note; also on a closed ticket. */
    public void note(Actor actor, long number, Words words) {
        var change = begin(actor, number);
        if (repeated(change, words)) {
            return;
        }
        var said = message(words.text());
        record(
                change,
                Happening.said(EntryKind.NOTE, said, words.submissionKey().orElse(null)));
        words.draftForm().ifPresent(form -> drafts.discard(actor.subject(), form));
        announce(change, TicketEvent.NOTE_ADDED, said, true);
    }

    public Attachment attach(Actor actor, long number, Upload upload, boolean internal) {
        var change = open(actor, number);
        var attachment = attachments.addToTicket(actor.subject(), actor.name(), number, internal, upload);
        recordFile(change, attachment, internal);
        announce(change, TicketEvent.ATTACHED, "", internal);
        answered(change);
        return attachment;
    }

    /** Files that have been taken already, from a mail; with a note also to a closed ticket. */
    public void attachAll(Actor actor, long number, List<StoredFile> files, boolean internal) {
        var change = internal ? begin(actor, number) : open(actor, number);
        attachments
                .addAll(actor.subject(), actor.name(), number, files, internal)
                .forEach(file -> recordFile(change, file, internal));
        if (!files.isEmpty()) {
            announce(change, TicketEvent.ATTACHED, "", internal);
            answered(change);
        }
    }

    /** Moves files that were uploaded to {@code form} to the ticket. */
    public int attachDrafts(Actor actor, long number, String form, Set<String> ids, boolean internal) {
        var change = open(actor, number);
        var files = attachments.claimDrafts(actor.subject(), form, ids, number, internal);
        files.forEach(file -> recordFile(change, file, internal));
        if (!files.isEmpty()) {
            announce(change, TicketEvent.ATTACHED, "", internal);
            answered(change);
        }
        return files.size();
    }

    /** A file that the customer adds is an answer, as a comment is. */
    private void answered(Change change) {
        if (change.actor().customer() && follow(change, TicketEvent.CUSTOMER_COMMENTED)) {
            retime(change);
        }
    }

    /**
     * @param seen the status that the actor saw; a conflict where somebody else has moved it since
     * @throws PortalException naming the allowed statuses, where the workflow does not allow this one
     */
    public void moveTo(Actor actor, long number, Optional<String> seen, String status) {
        var change = begin(actor, number);
        var ticket = change.ticket();
        if (ticket.status().equals(status)) {
            return;
        }
        requireUnchanged(seen.filter(before -> !before.equals(ticket.status())).isEmpty());
        var workflow = change.desk().workflow();
        if (!workflow.allows(ticket.status(), status, actor.role())) {
            throw notAllowed(change);
        }
        move(change, workflow.status(status).orElseThrow());
    }

    /** Closing what is closed already changes nothing. */
    public void close(Actor actor, long number) {
        var change = begin(actor, number);
        if (!change.ticket().open()) {
            return;
        }
        var closed = change.desk().workflow().targets(change.ticket().status(), actor.role()).stream()
                .filter(target -> target.category() == StatusCategory.CLOSED)
                .findFirst()
                .orElseThrow(() -> notAllowed(change));
        move(change, closed);
    }

    /** @param seen subject of the assignee that the actor saw, empty for none; a conflict where that has changed */
    public void assign(Actor actor, long number, String seen, Optional<Assignee> assignee) {
        var change = begin(actor, number);
        var ticket = change.ticket();
        var before = ticket.assignee().map(Assignee::subject);
        if (before.equals(assignee.map(Assignee::subject))) {
            return;
        }
        requireUnchanged(before.orElse("").equals(seen));
        store.add(ticket.assign(assignee.orElse(null), actor.author(), change.now()));
        if (assignee.isPresent()) {
            announce(change, TicketEvent.ASSIGNED, "");
        }
    }

    /**
     * An agent's to do: what a customer chose at first stays until somebody who answers says otherwise.
     *
     * @param seen the level that the actor saw; a conflict where that has changed
     */
    public void rate(Actor actor, long number, String seen, String level) {
        var change = begin(actor, number);
        if (actor.customer()) {
            throw PortalException.forbidden();
        }
        requireOpen(change);
        var ticket = change.ticket();
        if (ticket.severity().equals(level)) {
            return;
        }
        requireUnchanged(ticket.severity().equals(seen));
        var rank = change.desk().scale().rank(level);
        if (rank == 0) {
            throw PortalException.invalid(new FieldProblem("severity", "ticket.problem.not-offered"));
        }
        store.add(ticket.rate(level, rank, actor.author(), change.now()));
        announce(change, TicketEvent.SEVERITY_CHANGED, "");
        retime(change);
    }

    /**
     * Once, until somebody who answers says that it is no longer.
     *
     * @throws PortalException forbidden, where the actor's organization has no such right; a conflict where it is escalated
     *     already
     */
    public void escalate(Actor actor, long number, String reason) {
        var change = begin(actor, number);
        if (!access.escalates(actor, change.ticket())) {
            throw PortalException.forbidden("ticket.problem.escalation", Map.of());
        }
        requireOpen(change);
        if (change.ticket().escalated()) {
            throw PortalException.conflict("ticket.problem.escalated", Map.of());
        }
        var why = text("reason", reason, LONGEST_REASON);
        store.add(change.ticket().escalate(why, actor.author(), change.now()));
        announce(change, TicketEvent.ESCALATED, why);
    }

    /** An agent's to do. What is not escalated stays as it is. */
    public void deescalate(Actor actor, long number) {
        var change = begin(actor, number);
        if (actor.customer()) {
            throw PortalException.forbidden();
        }
        var ticket = change.ticket();
        if (ticket.escalated()) {
            var rank = change.desk().scale().rank(ticket.severity());
            store.add(ticket.deescalate(rank, actor.author(), change.now()));
        }
    }

    private void move(Change change, Workflow.Status target) {
        store.add(change.ticket().moveTo(target, change.actor().author(), change.now()));
        var closed = target.category() == StatusCategory.CLOSED;
        announce(change, closed ? TicketEvent.CLOSED : TicketEvent.STATUS_CHANGED, "");
        retime(change);
    }

    private void retime(Change change) {
        clocks.update(change.desk(), change.ticket(), change.now());
    }

    /** The status that the event leads to by itself; those who were told of the event are not told again. */
    private boolean follow(Change change, TicketEvent event) {
        var target = change.desk().workflow().after(event, change.ticket().status());
        target.ifPresent(status ->
                store.add(change.ticket().moveTo(status, change.actor().author(), change.now())));
        return target.isPresent();
    }

    private void record(Change change, Happening happening) {
        store.add(change.ticket().record(happening, change.actor().author(), change.now()));
    }

    private void recordFile(Change change, Attachment file, boolean internal) {
        var happening = Happening.changed(EntryKind.ATTACHMENT, null, file.name());
        record(change, internal ? happening.asInternal() : happening);
    }

    private void announce(Change change, TicketEvent event, String text) {
        announce(change, event, text, false);
    }

    private void announce(Change change, TicketEvent event, String text, boolean internal) {
        happened.fire(TicketHappened.at(change.desk(), event));
        notifier.announce(new Announcement(change.desk(), change.ticket(), event, change.actor(), text, internal));
    }

    private Change begin(Actor actor, long number) {
        var ticket = access.requireSeen(actor, store.lock(number));
        ticket.requireHere();
        access.requireAuthorized(actor);
        var desk = desks.ofType(ticket.type()).orElseThrow(desks::absent);
        return new Change(ticket, desk, actor, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private Change open(Actor actor, long number) {
        var change = begin(actor, number);
        requireOpen(change);
        return change;
    }

    private static void requireOpen(Change change) {
        if (!change.ticket().open()) {
            var number = Long.toString(change.ticket().number());
            throw PortalException.conflict("ticket.problem.closed", Map.of("number", number));
        }
    }

    private static void requireUnchanged(boolean unchanged) {
        if (!unchanged) {
            throw PortalException.conflict("ticket.problem.changed", Map.of());
        }
    }

    private boolean repeated(Change change, Words words) {
        return words.submissionKey()
                .filter(key -> store.hasEntry(change.ticket().number(), key))
                .isPresent();
    }

    private static PortalException notAllowed(Change change) {
        var ticket = change.ticket();
        var allowed = change
                .desk()
                .workflow()
                .targets(ticket.status(), change.actor().role())
                .stream()
                .map(Workflow.Status::id)
                .toList();
        return PortalException.conflict(
                "ticket.problem.transition", Map.of("allowed", allowed.isEmpty() ? "-" : String.join(", ", allowed)));
    }

    private static String message(String text) {
        return text("text", text, LONGEST_MESSAGE);
    }

    private static String text(String field, String text, int longest) {
        var said = text.strip();
        if (said.isEmpty()) {
            throw PortalException.invalid(new FieldProblem(field, "ticket.problem.required"));
        }
        var length = said.codePointCount(0, said.length());
        if (length > longest) {
            throw PortalException.invalid(
                    new FieldProblem(field, "ticket.problem.too-long", Map.of("limit", longest, "length", length)));
        }
        if (said.indexOf('\0') >= 0) {
            throw PortalException.invalid(new FieldProblem(field, "ticket.problem.unreadable"));
        }
        return said;
    }
}
