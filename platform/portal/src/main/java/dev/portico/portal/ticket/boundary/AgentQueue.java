package dev.portico.portal.ticket.boundary;

import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/**
 * The agents' queue over all tenants that they serve. Each tenant is read in a transaction of its own, behind its own
 * walls; the pages are merged here.
 */
@ApplicationScoped
public class AgentQueue {
    @Inject
    Tickets tickets;

    @Inject
    TenantContext tenants;

    /** A ticket of the queue with its tenant. */
    public record QueueRow(Tenant tenant, TicketRow ticket) {}

    /** @param more whether a next page exists */
    public record QueuePage(List<QueueRow> rows, boolean more) {}

    /** @param query one page over all tenants together */
    public QueuePage page(List<Tenant> served, TicketQuery query) {
        var reach = (query.page() + 1) * query.size() + 1;
        var found = served.stream()
                .flatMap(tenant -> rows(tenant, query, reach).stream())
                .sorted(order(query.sort()))
                .skip((long) query.page() * query.size())
                .limit(query.size() + 1L)
                .toList();
        var more = found.size() > query.size();
        return new QueuePage(more ? found.subList(0, query.size()) : found, more);
    }

    /** A ticket found by its number, with its tenant. */
    public record NumberedRow(Tenant tenant, Numbered ticket) {}

    public List<NumberedRow> numbered(Actor actor, List<Tenant> served, String keyword) {
        return served.stream()
                .flatMap(tenant -> tenants.within(tenant, () -> tickets.numbered(actor, keyword)).stream()
                        .map(found -> new NumberedRow(tenant, found)))
                .toList();
    }

    private List<QueueRow> rows(Tenant tenant, TicketQuery query, int reach) {
        return tenants.within(tenant, () -> tickets.first(query, reach).stream()
                .map(row -> new QueueRow(tenant, row))
                .toList());
    }

    private static Comparator<QueueRow> order(TicketQuery.Sort sort) {
        Comparator<QueueRow> byUpdate = Comparator.comparing(row -> row.ticket().updatedAt());
        return switch (sort) {
            case QUEUE ->
                Comparator.<QueueRow, Integer>comparing(row -> row.ticket().severityRank())
                        .thenComparing(byUpdate);
            case SEVERITY ->
                Comparator.<QueueRow, Integer>comparing(row -> row.ticket().severityRank())
                        .thenComparing(byUpdate.reversed());
            case DUE ->
                Comparator.comparing(row -> row.ticket().dueAt(), Comparator.nullsLast(Comparator.naturalOrder()));
            case UPDATED -> byUpdate.reversed();
            case NUMBER ->
                Comparator.<QueueRow, Long>comparing(row -> row.ticket().number())
                        .reversed();
        };
    }
}
