package dev.portico.portal.ticket.boundary;

import dev.portico.portal.ticket.control.Tally;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketRow;
import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many tickets the query finds over all pages
 * @param exact whether there are no more than {@code total}; a search is counted to a limit
 * @param tally how many there are without keyword, by filter
 */
public record TicketPage(List<TicketRow> rows, TicketQuery query, long total, boolean exact, Tally tally) {
    public long pages() {
        return Math.max(1, (total + query.size() - 1) / query.size());
    }
}
