package dev.portico.portal.migration.control;

import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stores what arrives in the current tenant. */
@ApplicationScoped
public class ArrivalStore {
    private static final int AT_ONCE = 1_000;

    @Inject
    TenantEntities entities;

    /** Tickets go in before what refers to them: EclipseLink orders inserts by entity, not by foreign key. */
    public void add(Collection<Ticket> tickets) {
        tickets.forEach(entities.manager()::persist);
        entities.manager().flush();
    }

    public void add(List<TicketEntry> entries, List<Attachment> files, List<Mail> mails) {
        entries.forEach(entities.manager()::persist);
        files.forEach(entities.manager()::persist);
        mails.forEach(entities.manager()::persist);
    }

    /** Of these addresses in lower case, how many are of accounts that somebody has claimed. */
    public long countClaimed(List<String> addresses) {
        return IntStream.iterate(0, first -> first < addresses.size(), first -> first + AT_ONCE)
                .mapToObj(first -> addresses.subList(first, Math.min(first + AT_ONCE, addresses.size())))
                .mapToLong(some -> entities.manager()
                        .createQuery(
                                "select count(distinct lower(a.email)) from Account a where a.realmSubject is not null and"
                                        + " a.emailVerified = true and"
                                        + " lower(a.email) in :addresses",
                                Long.class)
                        .setParameter("addresses", some)
                        .getSingleResult())
                .sum();
    }

    /** Of these files, those that are here already. */
    public Map<String, Attachment> files(Collection<String> ids) {
        return known("select a from Attachment a where a.id in :ids", Attachment.class, Attachment::id, ids);
    }

    /** Of these mails, those that are here already. */
    public Map<String, Mail> mails(Collection<String> ids) {
        return known("select m from Mail m where m.id in :ids", Mail.class, Mail::id, ids);
    }

    private <T> Map<String, T> known(String query, Class<T> type, Function<T, String> id, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.manager()
                        .createQuery(query, type)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(id, Function.identity()));
    }
}
