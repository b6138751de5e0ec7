package dev.portico.portal.ticket.control;

import dev.portico.i18n.TextFolding;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.draft.boundary.Drafts;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.issue.boundary.IssueView;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.entity.Author;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Happening;
import dev.portico.portal.ticket.entity.Opening;
import dev.portico.portal.ticket.entity.Requester;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a ticket of what a requester submits, once however often it is submitted. */
@ApplicationScoped
public class Intake {
    @Inject
    TicketStore store;

    @Inject
    TicketAccess access;

    @Inject
    TenantDesks desks;

    @Inject
    Plugins plugins;

    @Inject
    CurrentPlugins current;

    @Inject
    Attachments attachments;

    @Inject
    Drafts drafts;

    @Inject
    DeskOptions options;

    @Inject
    Notifier notifier;

    @Inject
    TicketClocks clocks;

    @Inject
    Event<TicketHappened> happened;

    /**
     * @throws PortalException with a problem for each field, where the submission is not in order; a conflict where its
     *     key was used for something else; forbidden, where the actor is no authorized contact
     */
    public Ticket submit(Actor actor, NewTicket submission) {
        access.requireAuthorized(actor);
        var organization = actor.organization();
        var desk = desks.ofType(submission.type()).orElseThrow(this::notOffered);
        var digest = SubmissionDigest.of(submission);
        var earlier = submission.submissionKey().flatMap(key -> store.bySubmission(actor.subject(), key));
        if (earlier.isPresent()) {
            return same(earlier.get(), digest);
        }
        var values =
                SubmissionCheck.check(desk, options.of(desk, organization), submission.values(), submission.channel());
        submission.follows().ifPresent(number -> requireClosed(actor, number));
        var requester = new Requester(actor.subject(), actor.name(), organization, actor.language());
        var opening = opening(desk, submission, values, digest);
        return create(desk, opening, requester, actor, values, submission);
    }

    private PortalException notOffered() {
        return desks.complete()
                ? PortalException.invalid(new FieldProblem("type", "ticket.problem.not-offered"))
                : desks.absent();
    }

    private static Ticket same(Ticket earlier, String digest) {
        if (!earlier.submissionDigest().equals(digest)) {
            throw PortalException.conflict("ticket.problem.key-reused", Map.of());
        }
        return earlier;
    }

    private void requireClosed(Actor actor, long number) {
        var followed = access.find(actor, number);
        if (followed.open()) {
            throw PortalException.conflict("ticket.problem.not-closed", Map.of("number", Long.toString(number)));
        }
    }

    private Opening opening(TenantDesk desk, NewTicket submission, Map<String, String> values, String digest) {
        var subject = value(desk, values, Field.Kind.SUBJECT).orElse("");
        var severity = value(desk, values, Field.Kind.SCALE).orElseGet(() -> desk.scale()
                .levels()
                .get(desk.scale().levels().size() - 1)
                .id());
        return new Opening(
                submission.type(),
                subject,
                TextFolding.fold(subject),
                severity,
                desk.scale().rank(severity),
                value(desk, values, Field.Kind.PRODUCT),
                Attributes.write(desk.type(), values),
                submission.channel(),
                submission.submissionKey(),
                digest,
                urgency(desk, subject, values).map(Urgency::phrase),
                submission.follows());
    }

    private Optional<Urgency> urgency(TenantDesk desk, String subject, Map<String, String> values) {
        var description = value(desk, values, Field.Kind.DESCRIPTION).orElse("");
        var submission = new Submission(desk.type().id(), subject, description, values);
        return plugins.guard()
                .call(
                        current.lease(),
                        desk.desk().pluginId(),
                        UrgencyPolicy.class,
                        desk.view(),
                        policy -> policy.assess(desk.view(), submission))
                .orElse(Optional.empty());
    }

    private Ticket create(
            TenantDesk desk,
            Opening opening,
            Requester requester,
            Actor actor,
            Map<String, String> values,
            NewTicket submission) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var workflow = desk.workflow();
        var initial = workflow.status(workflow.initial()).orElseThrow();
        var ticket = new Ticket(store.nextNumber(), opening, requester, initial, now);
        store.add(ticket);
        var description = value(desk, values, Field.Kind.DESCRIPTION).orElse("");
        var author = actor.author();
        store.add(ticket.record(Happening.said(EntryKind.DESCRIPTION, description, null), author, now));
        ticket.urgentPhrase()
                .ifPresent(phrase ->
                        store.add(ticket.record(Happening.changed(EntryKind.URGENCY, null, phrase), author, now)));
        ticket.follows()
                .ifPresent(number -> store.add(ticket.record(
                        Happening.changed(EntryKind.FOLLOW_UP, null, Long.toString(number)), author, now)));
        record(submission.issues(), ticket, author, now);
        clocks.start(desk, ticket, now);
        // The ticket goes in before what refers to it: EclipseLink orders inserts by entity, not by foreign key.
        store.flush();
        submission.draftForm().ifPresent(form -> {
            attachments.claimDrafts(actor.subject(), form, submission.files(), ticket.number(), false);
            drafts.discard(actor.subject(), form);
        });
        happened.fire(TicketHappened.at(desk, TicketEvent.CREATED));
        notifier.announce(new Announcement(desk, ticket, TicketEvent.CREATED, actor, description));
        if (ticket.urgent()) {
            happened.fire(TicketHappened.at(desk, TicketEvent.URGENT));
            notifier.announce(new Announcement(desk, ticket, TicketEvent.URGENT, actor, description));
        }
        return ticket;
    }

    private void record(List<IssueView> issues, Ticket ticket, Author author, Instant now) {
        issues.forEach(issue -> store.add(
                ticket.record(Happening.changed(EntryKind.ISSUE, issue.reference(), issue.title()), author, now)));
    }

    private static Optional<String> value(TenantDesk desk, Map<String, String> values, Field.Kind kind) {
        return desk.type().field(kind).map(field -> values.get(field.id()));
    }
}
