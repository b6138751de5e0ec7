package dev.portico.portal.ticket.control;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Happening;
import dev.portico.portal.ticket.entity.Part;
import dev.portico.portal.ticket.entity.Participant;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * Who else takes part in a ticket. Whoever is in copy of a mail is only named, since anybody can write a mail: they see and
 * get nothing before somebody who answers the ticket here has said so.
 */
@ApplicationScoped
public class Participation {
    private static final int MOST = 50;

    @Inject
    TicketStore tickets;

    @Inject
    ParticipantStore participants;

    @Inject
    TicketAccess access;

    @Inject
    AccountStore accounts;

    @Inject
    TenantDesks desks;

    @Inject
    Notifier notifier;

    /** Those of {@code addresses} whom the tenant knows are suggested, unless somebody has decided about them. */
    public void name(long number, String sender, Collection<String> addresses) {
        var ticket = tickets.find(number).orElseThrow(PortalException::notFound);
        var known = count(ticket, Part.NAMED);
        for (var address : addresses) {
            var account = accounts.reachable(address)
                    .filter(some -> !some.subject().equals(sender) && !ticket.requestedBy(some.subject()));
            if (known < MOST
                    && account.isPresent()
                    && participants.find(number, account.get().subject()).isEmpty()) {
                participants.add(ticket, account.get().subject(), Part.NAMED, now());
                known++;
            }
        }
    }

    /**
     * Somebody takes part from now on and is told so. Whoever does already stays as they are.
     *
     * @param address a customer names people of their own organization only
     * @throws PortalException where the actor may not, or knows nobody of that address
     */
    public void invite(Actor actor, long number, String address) {
        var ticket = open(actor, number);
        if (address.isBlank()) {
            throw invalid("ticket.problem.required");
        }
        var person = accounts.reachable(address.strip())
                .filter(some -> access.mayInvolve(actor, some))
                .orElseThrow(
                        () -> invalid(actor.customer() ? "ticket.problem.no-colleague" : "ticket.problem.no-person"));
        if (ticket.requestedBy(person.subject())) {
            throw invalid("ticket.problem.requester");
        }
        join(actor, ticket, person);
    }

    /** The same for somebody who is named. */
    public void confirm(Actor actor, long number, String subject) {
        var ticket = open(actor, number);
        var person = accounts.find(subject)
                .filter(some -> some.reachable() && access.mayInvolve(actor, some))
                .filter(some -> participants.find(number, subject).isPresent())
                .orElseThrow(PortalException::notFound);
        join(actor, ticket, person);
    }

    private void join(Actor actor, Ticket ticket, Account person) {
        var number = ticket.number();
        var known = participants.find(number, person.subject());
        if (known.filter(Participant::takesPart).isPresent()) {
            return;
        }
        if (count(ticket, Part.TAKING_PART) >= MOST) {
            throw invalid("ticket.problem.participants");
        }
        known.ifPresentOrElse(
                Participant::join, () -> participants.add(ticket, person.subject(), Part.TAKING_PART, now()));
        // Others may be deciding about the person just now.
        accounts.take(person.subject()).ifPresent(Account::takePart);
        record(actor, ticket, EntryKind.JOINED, person);
        var desk = desks.ofType(ticket.type()).orElseThrow(desks::absent);
        notifier.involved(desk, ticket, actor, person);
    }

    /** Somebody who is named shall not take part, or who does not any more. Everybody may leave. */
    public void remove(Actor actor, long number, String subject) {
        var itself = actor.subject().equals(subject);
        var ticket = itself ? locked(actor, number) : open(actor, number);
        var participant = participants.find(number, subject).filter(some -> some.part() != Part.REQUESTER);
        // Who takes part can be removed by whoever decides here, also if they are of another organization by now.
        var person = accounts.find(subject)
                .filter(some -> itself
                        || participant.filter(Participant::takesPart).isPresent()
                        || access.mayInvolve(actor, some));
        if (participant.isEmpty() || person.isEmpty()) {
            throw PortalException.notFound();
        }
        if (participant.get().takesPart()) {
            record(actor, ticket, EntryKind.LEFT, person.get());
        }
        participant.get().decline();
    }

    /** Whether the actor gets mails about a ticket that is theirs, or in which they take part; others get none anyway. */
    public void mute(Actor actor, long number, boolean muted) {
        mute(locked(actor, number), actor.subject(), muted);
    }

    /**
     * The same for whoever has a mail of ours in hand that says so; nothing where it is none of ours.
     *
     * @param number of the ticket that the mail was about, whatever continues it
     */
    public void mute(long number, String token) {
        tickets.lockContinued(number).ifPresent(ticket -> notifier.holder(ticket, number, token)
                .ifPresent(subject -> mute(ticket, subject, true)));
    }

    private void mute(Ticket ticket, String subject, boolean muted) {
        var participant = participants.find(ticket.number(), subject);
        if (participant.isEmpty() && ticket.requestedBy(subject)) {
            participants.add(ticket, subject, Part.REQUESTER, now());
            mute(ticket, subject, muted);
        } else {
            participant.ifPresent(some -> some.mute(muted));
        }
    }

    private int count(Ticket ticket, Part part) {
        return (int) participants.of(ticket).stream()
                .filter(each -> each.participant().part() == part)
                .count();
    }

    private Ticket open(Actor actor, long number) {
        var ticket = locked(actor, number);
        if (!access.involves(actor, ticket)) {
            throw PortalException.forbidden();
        }
        return ticket;
    }

    private Ticket locked(Actor actor, long number) {
        var ticket = access.requireSeen(actor, tickets.lock(number));
        ticket.requireHere();
        return ticket;
    }

    private void record(Actor actor, Ticket ticket, EntryKind kind, Account person) {
        var happening = new Happening(kind, false, person.name(), null, person.subject(), null);
        tickets.add(ticket.record(happening, actor.author(), now()));
    }

    private static PortalException invalid(String key) {
        return PortalException.invalid(new FieldProblem("person", key));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
