package dev.portico.portal.ticket.control;

import dev.portico.portal.account.control.AccountClaimed;
import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import dev.portico.portal.ticket.entity.TicketPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tickets and their entries, of the current tenant. */
@ApplicationScoped
public class TicketStore {
    private static final String ROW = "select new dev.portico.portal.ticket.control.TicketRow(t.number, t.type,"
            + " t.subject, t.status, t.severity, t.severityRank, t.urgent, t.product, t.requesterName, t.assignee.name, t.createdAt,"
            + " t.updatedAt, t.dueAt, t.escalatedAt) from Ticket t";

    private static final String TAKES_PART = "t.number in (select p.ticketNumber from Participant p where p.subject ="
            + " :participant and p.part = dev.portico.portal.ticket.entity.Part.TAKING_PART)";

    private static final int LONGEST_CHAIN = 10;

    @Inject
    TenantContext tenants;

    @Inject
    TenantEntities entities;

    public long nextNumber() {
        return nextNumbers(1).get(0);
    }

    /** As many as are asked for, in order, from the tenant's own sequence: no lock, gaps are possible. */
    public List<Long> nextNumbers(int count) {
        var connection = entities.manager().unwrap(Connection.class);
        var numbers = new ArrayList<Long>(count);
        try (var statement = connection.prepareStatement("select next_ticket_number() from generate_series(1, ?)")) {
            statement.setInt(1, count);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No ticket numbers", e);
        }
        return numbers;
    }

    /** Those that have the number, here or in the tenant that they came from. */
    public List<Ticket> byNumber(long number) {
        return entities.manager()
                .createQuery(
                        "select t from Ticket t where t.number = :number or t.origin.number = :number order by t.number",
                        Ticket.class)
                .setParameter("number", number)
                .getResultList();
    }

    /** Those that continue these numbers of another tenant. */
    public List<Ticket> byOrigin(String tenant, Collection<Long> numbers) {
        return entities.manager()
                .createQuery(
                        "select t from Ticket t where t.origin.tenant = :tenant and t.origin.number in :numbers",
                        Ticket.class)
                .setParameter("tenant", tenant)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    public void add(Ticket ticket) {
        entities.manager().persist(ticket);
    }

    public void add(TicketEntry entry) {
        entities.manager().persist(entry);
    }

    public void flush() {
        entities.manager().flush();
    }

    public Optional<Ticket> find(long number) {
        return Optional.ofNullable(entities.manager().find(Ticket.class, number));
    }

    /** Changes to one ticket come one after the other: the entries' positions depend on it. */
    public Optional<Ticket> lock(long number) {
        return Optional.ofNullable(entities.manager().find(Ticket.class, number, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The ticket that continues this one in the current tenant, locked: itself where it is here, or what it was moved to and came
     * back as; nothing where it has left.
     */
    public Optional<Ticket> lockContinued(long number) {
        // Whoever adds files to it locks it first, too.
        var ticket = lock(number);
        for (var step = 0; step < LONGEST_CHAIN && ticket.isPresent(); step++) {
            var next = ticket.get().successor();
            if (next.isEmpty()) {
                return ticket;
            }
            ticket = next.flatMap(this::here).flatMap(this::lock);
        }
        return Optional.empty();
    }

    /** The number under which what is there, if another tenant's, has come back. */
    private Optional<Long> here(TicketPlace place) {
        return place.tenant().equals(tenants.require().id())
                ? Optional.of(place.number())
                : byOrigin(place.tenant(), List.of(place.number())).stream()
                        .map(Ticket::number)
                        .findFirst();
    }

    /** The ticket made of a submission. Of two at once the second waits here until the first is committed. */
    public Optional<Ticket> bySubmission(String requester, String key) {
        entities.lock("submission " + requester + " " + key);
        return entities.manager()
                .createQuery(
                        "select t from Ticket t where t.requesterSubject = :requester and t.submissionKey = :key",
                        Ticket.class)
                .setParameter("requester", requester)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** The newest ticket of this person that follows up a closed one, and is open here. */
    public Optional<Ticket> openFollowUp(long closed, String requester) {
        return entities.manager()
                .createQuery(
                        "select t from Ticket t where t.follows = :closed and t.requesterSubject = :requester"
                                + " and t.open = true and t.successor.number is null order by t.number desc",
                        Ticket.class)
                .setParameter("closed", closed)
                .setParameter("requester", requester)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** In order. */
    public List<TicketEntry> entries(long number, boolean withInternal) {
        var condition = withInternal ? "" : " and e.internal = false";
        return entities.manager()
                .createQuery(
                        "select e from TicketEntry e where e.ticketNumber = :number" + condition
                                + " order by e.position",
                        TicketEntry.class)
                .setParameter("number", number)
                .getResultList();
    }

    /** In order: what the promised times depend on. */
    List<TicketEntry> turns(long number) {
        return entities.manager()
                .createQuery(
                        "select e from TicketEntry e where e.ticketNumber = :number and e.kind in :kinds order by"
                                + " e.position",
                        TicketEntry.class)
                .setParameter("number", number)
                .setParameter("kinds", List.of(EntryKind.STATUS, EntryKind.REPLY))
                .getResultList();
    }

    public boolean hasEntry(long number, String submissionKey) {
        return entities.manager()
                        .createQuery(
                                "select count(e) from TicketEntry e where e.ticketNumber = :number and"
                                        + " e.submissionKey = :key",
                                Long.class)
                        .setParameter("number", number)
                        .setParameter("key", submissionKey)
                        .getSingleResult()
                > 0;
    }

    public List<TicketRow> rows(TicketQuery query) {
        return rows(query, query.page() * query.size(), query.size());
    }

    /** Rows of a query, whatever page it asks for. */
    public List<TicketRow> rows(TicketQuery query, int first, int most) {
        var conditions = new ArrayList<String>();
        query.requester().ifPresent(subject -> conditions.add("t.requesterSubject = :requester"));
        query.participant().ifPresent(subject -> conditions.add(TAKES_PART));
        query.organization().ifPresent(id -> conditions.add("t.organizationId = :organization"));
        query.assignee().ifPresent(subject -> conditions.add("t.assignee.subject = :assignee"));
        query.filter().conditions().forEach(condition -> conditions.add("t." + condition));
        if (!query.keyword().isBlank()) {
            conditions.add("t.subjectFolded like :pattern");
        }
        var where = " where " + String.join(" and ", conditions);
        var order = " order by " + query.sort().order();
        var select = entities.manager().createQuery(ROW + where + order, TicketRow.class);
        query.requester().ifPresent(subject -> select.setParameter("requester", subject));
        query.participant().ifPresent(subject -> select.setParameter("participant", subject));
        query.organization().ifPresent(id -> select.setParameter("organization", id));
        query.assignee().ifPresent(subject -> select.setParameter("assignee", subject));
        if (!query.keyword().isBlank()) {
            select.setParameter("pattern", query.pattern());
        }
        return select.setFirstResult(first).setMaxResults(most).getResultList();
    }

    /** How many tickets of those types are open, whoever's. */
    public long countOpen(Collection<String> types) {
        return entities.manager()
                .createQuery("select count(t) from Ticket t where t.open = true and t.type in :types", Long.class)
                .setParameter("types", types)
                .getSingleResult();
    }

    /** How many open tickets of a type there are by status and severity. */
    public List<OpenTickets> countOpen(String type) {
        return entities.manager()
                .createQuery(
                        "select new dev.portico.portal.ticket.control.OpenTickets(t.status, t.severity, count(t))"
                                + " from Ticket t where t.open = true and t.type = :type group by t.status, t.severity",
                        OpenTickets.class)
                .setParameter("type", type)
                .getResultList();
    }

    /** The tickets of an account that somebody has claimed, and what was said in them. */
    void handOver(@Observes AccountClaimed account) {
        entities.manager()
                .createQuery("update TicketEntry e set e.author.subject = :to where e.author.subject = :from and"
                        + " e.ticketNumber in (select t.number from Ticket t where t.requesterSubject = :from)")
                .setParameter("from", account.from())
                .setParameter("to", account.to())
                .executeUpdate();
        entities.manager()
                .createQuery("update Ticket t set t.requesterSubject = :to where t.requesterSubject = :from")
                .setParameter("from", account.from())
                .setParameter("to", account.to())
                .executeUpdate();
    }

    /** Kept totals, of one requester, of one organization, of what the one filed for the other, or of the whole tenant. */
    public Tally tally(Optional<String> requester, Optional<String> organization) {
        var conditions = new ArrayList<String>();
        requester.ifPresent(subject -> conditions.add("t.requesterSubject = :requester"));
        organization.ifPresent(id -> conditions.add("t.organizationId = :organization"));
        var condition = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var select = entities.manager()
                .createQuery(
                        "select new dev.portico.portal.ticket.control.Tally(sum(t.openCount), sum(t.closedCount),"
                                + " sum(t.archivedCount)) from TicketTally t" + condition,
                        Tally.class);
        requester.ifPresent(subject -> select.setParameter("requester", subject));
        organization.ifPresent(id -> select.setParameter("organization", id));
        return select.getSingleResult();
    }

    /** Counted: nobody takes part in that many. */
    public Tally tallyOfParticipant(String subject) {
        return entities.manager()
                .createQuery(
                        "select new dev.portico.portal.ticket.control.Tally("
                                + "sum(case when t.open = true then 1L else 0L end),"
                                + " sum(case when t.open = false and t.archived = false then 1L else 0L end),"
                                + " sum(case when t.archived = true then 1L else 0L end)) from Ticket t where "
                                + TAKES_PART,
                        Tally.class)
                .setParameter("participant", subject)
                .getSingleResult();
    }

    /**
     * Says something else in what was entered under a key, which says nothing any more.
     *
     * @param requester whose tickets alone; all of the tenant where it is empty
     */
    public void rewrite(String submissionKey, String text, Optional<String> requester) {
        var entries = entities.manager()
                .createQuery(
                        "update TicketEntry e set e.text = :text, e.submissionKey = null where e.submissionKey = :key"
                                + requester
                                        .map(subject -> " and e.ticketNumber in (select t.number from Ticket t where"
                                                + " t.requesterSubject = :requester)")
                                        .orElse(""))
                .setParameter("text", text)
                .setParameter("key", submissionKey);
        requester.ifPresent(subject -> entries.setParameter("requester", subject));
        entries.executeUpdate();
    }

    /** What was said stays: it is the company's as well. */
    void forget(@Observes AccountErased person) {
        entities.manager()
                .createQuery("update Ticket t set t.requesterName = :word where t.requesterSubject = :subject")
                .setParameter("word", person.word())
                .setParameter("subject", person.subject())
                .executeUpdate();
        entities.manager()
                .createQuery("update TicketEntry e set e.author.name = :word where e.author.subject = :subject")
                .setParameter("word", person.word())
                .setParameter("subject", person.subject())
                .executeUpdate();
    }
}
