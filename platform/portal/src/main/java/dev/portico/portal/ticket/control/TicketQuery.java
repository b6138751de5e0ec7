package dev.portico.portal.ticket.control;

import java.util.Optional;

/**
 * Which tickets a list shows.
 *
 * @param requester only this subject's tickets
 * @param assignee only tickets of this agent
 * @param keyword matched against the subject, regardless of case and accents; empty for all
 * @param page from 0
 * @param size rows a page, 1 to 100
 */
public record TicketQuery(
        Optional<String> requester,
        Optional<String> assignee,
        Filter filter,
        String keyword,
        Sort sort,
        int page,
        int size) {
    public enum Filter {
        ALL,
        OPEN,
        CLOSED
    }

    /** Every order has an index that ends in the ticket's number, so that pages neither repeat nor skip. */
    public enum Sort {
        UPDATED("t.updatedAt desc, t.number desc"),
        NUMBER("t.number desc"),
        SEVERITY("t.severityRank, t.updatedAt desc, t.number desc"),
        /** The agents' order: urgent first, then the most serious, then who waits longest. */
        QUEUE("t.severityRank, t.updatedAt, t.number");

        private final String order;

        Sort(String order) {
            this.order = order;
        }

        String order() {
            return order;
        }
    }

    public TicketQuery {
        if (page < 0 || size < 1 || size > 100) {
            throw new IllegalArgumentException("page " + page + ", size " + size);
        }
    }
}
