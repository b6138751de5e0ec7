package dev.portico.portal.migration.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.tenant.control.TenantStatements;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tickets that a migration can move, of the current tenant, with all that goes with them. */
@ApplicationScoped
public class DepartureStore {
    private static final String HERE = " from Ticket t where t.type = :type and t.successor.number is null";

    @Inject
    TenantEntities entities;

    @Inject
    TenantStatements statements;

    /** How many have each value, of those that have not been moved. */
    public record Stock(Map<String, Long> products, Map<String, Long> severities, Map<String, Long> statuses) {}

    /** How much there is to move. */
    public record Volume(long tickets, long files, long bytes, long mails) {}

    /** The next of a type in the order of their numbers; they are the caller's until the commit. */
    List<Ticket> next(String type, long after, int most) {
        return entities.manager()
                .createQuery("select t" + HERE + " and t.number > :after order by t.number", Ticket.class)
                .setParameter("type", type)
                .setParameter("after", after)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public long count(String type) {
        return entities.manager()
                .createQuery("select count(t)" + HERE, Long.class)
                .setParameter("type", type)
                .getSingleResult();
    }

    /** Of these tickets, those that go on in the tenant. */
    List<Long> moved(Collection<Long> numbers, String tenant) {
        return numbers.isEmpty()
                ? List.of()
                : entities.manager()
                        .createQuery(
                                "select t.number from Ticket t where t.number in :numbers and t.successor.tenant ="
                                        + " :tenant",
                                Long.class)
                        .setParameter("numbers", numbers)
                        .setParameter("tenant", tenant)
                        .getResultList();
    }

    /** In order, by ticket. */
    Map<Long, List<TicketEntry>> entries(Collection<Long> numbers) {
        return ofTickets(
                "select e from TicketEntry e where e.ticketNumber in :numbers order by e.ticketNumber, e.position",
                TicketEntry.class,
                numbers,
                TicketEntry::ticketNumber);
    }

    Map<Long, List<Attachment>> files(Collection<Long> numbers) {
        return ofTickets(
                "select a from Attachment a where a.ticketNumber in :numbers order by a.createdAt, a.id",
                Attachment.class,
                numbers,
                file -> file.ticketNumber().orElseThrow());
    }

    Map<Long, List<Mail>> mails(Collection<Long> numbers) {
        return ofTickets(
                "select m from Mail m where m.ticketNumber in :numbers order by m.createdAt, m.id",
                Mail.class,
                numbers,
                mail -> mail.ticketNumber().orElseThrow());
    }

    /** How many received mails are in the conversation of each, of all tickets between these numbers that have some. */
    Map<Long, Integer> received(long first, long last) {
        return statements
                .list(
                        "select ticket_number, count(*) from received_mail where tenant_id = ? and ticket_number between ? and ?"
                                + " and state in ('TICKET', 'COMMENT') and reason is null group by ticket_number",
                        row -> Map.entry(row.getLong(1), row.getInt(2)),
                        statements.tenant(),
                        first,
                        last)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private <T> Map<Long, List<T>> ofTickets(
            String query, Class<T> type, Collection<Long> numbers, Function<T, Long> number) {
        return entities.manager()
                .createQuery(query, type)
                .setParameter("numbers", numbers)
                .getResultStream()
                .collect(Collectors.groupingBy(number));
    }

    Map<String, Account> accounts(Collection<String> subjects) {
        return entities.manager()
                .createQuery("select a from Account a where a.subject in :subjects", Account.class)
                .setParameter("subjects", subjects)
                .getResultStream()
                .collect(Collectors.toMap(Account::subject, Function.identity()));
    }

    Map<String, Organization> organizations(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.manager()
                        .createQuery("select o from Organization o where o.id in :ids", Organization.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Organization::id, Function.identity()));
    }

    public Stock stock(String type) {
        return new Stock(counts("t.product", type), counts("t.severity", type), statuses(type));
    }

    public Volume volume(String type) {
        var files = entities.manager()
                .createQuery(
                        "select count(a), coalesce(sum(a.size), 0) from Attachment a where a.ticketNumber in"
                                + " (select t.number" + HERE + ")",
                        Object[].class)
                .setParameter("type", type)
                .getSingleResult();
        return new Volume(
                count(type),
                ((Number) files[0]).longValue(),
                ((Number) files[1]).longValue(),
                ofType("select count(m) from Mail m where m.ticketNumber in (select t.number" + HERE + ")", type));
    }

    /** Also those that tickets have only been in. */
    private Map<String, Long> statuses(String type) {
        var counts = counts("t.status", type);
        entities.manager()
                .createQuery(
                        "select distinct e.oldValue, e.newValue from TicketEntry e where e.kind = :status and"
                                + " e.ticketNumber in (select t.number" + HERE + ")",
                        Object[].class)
                .setParameter("status", EntryKind.STATUS)
                .setParameter("type", type)
                .getResultStream()
                .flatMap(row -> List.of(row).stream())
                .forEach(status -> counts.putIfAbsent((String) status, 0L));
        return counts;
    }

    private Map<String, Long> counts(String attribute, String type) {
        var counts = new TreeMap<String, Long>();
        entities.manager()
                .createQuery(
                        "select " + attribute + ", count(t)" + HERE + " and " + attribute + " is not null group by "
                                + attribute,
                        Object[].class)
                .setParameter("type", type)
                .getResultStream()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    private long ofType(String query, String type) {
        return entities.manager()
                .createQuery(query, Long.class)
                .setParameter("type", type)
                .getSingleResult();
    }

    /** Names by id, of the organizations of the tickets to move. */
    public Map<String, String> organizations(String type) {
        return entities.manager()
                .createQuery(
                        "select o from Organization o where o.id in (select t.organizationId" + HERE + ")",
                        Organization.class)
                .setParameter("type", type)
                .getResultStream()
                .collect(Collectors.toMap(Organization::id, Organization::name));
    }

    /** Ids of the files of the tickets to move. */
    public List<String> files(String type) {
        return entities.manager()
                .createQuery(
                        "select a.id from Attachment a where a.ticketNumber in (select t.number" + HERE + ")",
                        String.class)
                .setParameter("type", type)
                .getResultList();
    }

    /** How many of those who have tickets to move have no address. */
    public long countNameless(String type) {
        return ofType(
                "select count(a) from Account a where a.email = '' and a.subject in (select t.requesterSubject" + HERE
                        + ")",
                type);
    }

    /** Addresses of those who have tickets to move, in lower case, each once. */
    public List<String> addresses(String type) {
        return entities.manager()
                .createQuery(
                        "select distinct lower(a.email) from Account a where a.email <> '' and a.subject in (select t.requesterSubject"
                                + HERE + ")",
                        String.class)
                .setParameter("type", type)
                .getResultList();
    }
}
