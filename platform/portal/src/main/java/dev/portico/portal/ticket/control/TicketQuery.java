package dev.portico.portal.ticket.control;

import dev.portico.i18n.TextFolding;
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
        UPDATED("t.updatedAt desc, t.number desc", "updated_at desc, number desc"),
        NUMBER("t.number desc", "number desc"),
        SEVERITY("t.severityRank, t.updatedAt desc, t.number desc", "severity_rank, updated_at desc, number desc"),
        /** The agents' order: urgent first, then the most serious, then who waits longest. */
        QUEUE("t.severityRank, t.updatedAt, t.number", "severity_rank, updated_at, number"),
        /** By time left; what is owed nothing comes last. */
        DUE("t.dueAt, t.number", "due_at, number");

        private final String order;
        private final String columns;

        Sort(String order, String columns) {
            this.order = order;
            this.columns = columns;
        }

        /** For JPQL, of an entity called {@code t}. */
        String order() {
            return order;
        }

        /** The same for SQL. */
        String columns() {
            return columns;
        }
    }

    public TicketQuery {
        if (page < 0 || size < 1 || size > 100) {
            throw new IllegalArgumentException("page " + page + ", size " + size);
        }
    }

    /** The same from its beginning. */
    public TicketQuery firstPage() {
        return new TicketQuery(requester, assignee, filter, keyword, sort, 0, size);
    }

    /** What the folded subject has to be like. */
    String pattern() {
        var literal = TextFolding.fold(keyword)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + literal + "%";
    }
}
