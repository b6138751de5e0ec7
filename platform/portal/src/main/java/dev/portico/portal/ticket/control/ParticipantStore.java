package dev.portico.portal.ticket.control;

import dev.portico.portal.account.control.AccountClaimed;
import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Part;
import dev.portico.portal.ticket.entity.Participant;
import dev.portico.portal.ticket.entity.ParticipantId;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who has to do with which tickets of the current tenant. */
@ApplicationScoped
public class ParticipantStore {
    @Inject
    TenantEntities entities;

    @Inject
    AccountStore accounts;

    /** A participant as a person. */
    public record Involved(Participant participant, Account account) {}

    public Optional<Participant> find(long ticketNumber, String subject) {
        return Optional.ofNullable(
                entities.manager().find(Participant.class, new ParticipantId(ticketNumber, subject)));
    }

    public boolean takesPart(Ticket ticket, String subject) {
        return ticket.hasParticipants()
                && find(ticket.number(), subject).filter(Participant::takesPart).isPresent();
    }

    /** By name. */
    public List<Involved> of(Ticket ticket) {
        return !ticket.hasParticipants()
                ? List.of()
                : entities.manager()
                        .createQuery(
                                "select new dev.portico.portal.ticket.control.ParticipantStore$Involved(p, a) from Participant p,"
                                        + " Account a where p.ticketNumber = :number and a.subject = p.subject order by a.name,"
                                        + " a.subject",
                                Involved.class)
                        .setParameter("number", ticket.number())
                        .getResultList();
    }

    /** Written at once: queries do not flush. */
    public void add(Ticket ticket, String subject, Part part, Instant now) {
        ticket.involve();
        var participant = new Participant(ticket.number(), subject, part, now);
        entities.manager().persist(participant);
        entities.manager().flush();
    }

    /** What either of the accounts has stays. */
    void handOver(@Observes AccountClaimed account) {
        entities.manager()
                .createQuery("update TicketEntry e set e.newValue = :to where e.newValue = :from and e.kind in :kinds"
                        + " and e.ticketNumber in (select p.ticketNumber from Participant p where p.subject = :from)")
                .setParameter("from", account.from())
                .setParameter("to", account.to())
                .setParameter("kinds", List.of(EntryKind.JOINED, EntryKind.LEFT))
                .executeUpdate();
        for (var participant : ofSubject(account.from())) {
            entities.manager().remove(participant);
            find(participant.ticketNumber(), account.to())
                    .ifPresentOrElse(own -> own.take(participant), () -> entities.manager()
                            .persist(participant.handedTo(account.to())));
            accounts.find(account.to()).ifPresent(Account::takePart);
        }
        entities.manager().flush();
    }

    private List<Participant> ofSubject(String subject) {
        return entities.manager()
                .createQuery("select p from Participant p where p.subject = :subject", Participant.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    void forget(@Observes AccountErased person) {
        entities.manager()
                .createQuery(
                        "update TicketEntry e set e.text = :word where e.newValue = :subject and e.kind in :kinds"
                                + " and e.ticketNumber in (select p.ticketNumber from Participant p where p.subject = :subject)")
                .setParameter("word", person.word())
                .setParameter("subject", person.subject())
                .setParameter("kinds", List.of(EntryKind.JOINED, EntryKind.LEFT))
                .executeUpdate();
        entities.manager()
                .createQuery("delete from Participant p where p.subject = :subject")
                .setParameter("subject", person.subject())
                .executeUpdate();
    }

    /** Numbers of the tickets that somebody takes part in. */
    public List<Long> numbers(String subject) {
        return entities.manager()
                .createQuery(
                        "select p.ticketNumber from Participant p where p.subject = :subject and p.part = :part"
                                + " order by p.ticketNumber",
                        Long.class)
                .setParameter("subject", subject)
                .setParameter("part", Part.TAKING_PART)
                .getResultList();
    }
}
