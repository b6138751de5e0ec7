package dev.portico.portal.ticket.control;

import dev.portico.i18n.TextFolding;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Which tickets a list shows.
 *
 * @param requester only this subject's tickets
 * @param participant only tickets in which this subject takes part
 * @param organization only this organization's tickets
 * @param assignee only tickets of this agent
 * @param keyword matched against the subject, regardless of case and accents; empty for all
 * @param page from 0
 * @param size rows a page, 1 to 100
 */
public record TicketQuery(
        Optional<String> requester,
        Optional<String> participant,
        Optional<String> organization,
        Optional<String> assignee,
        Filter filter,
        String keyword,
        Sort sort,
        int page,
        int size) {
    /** The archive is a list of its own: no other filter shows what is in it. */
    public enum Filter {
        ALL("archived = false"),
        OPEN("archived = false", "open = true"),
        CLOSED("archived = false", "open = false"),
        ARCHIVED("archived = true");

        private final List<String> conditions;

        Filter(String... conditions) {
            this.conditions = List.of(conditions);
        }

        /** For SQL and, of an entity's attributes, for JPQL. All are said, because every index begins with them. */
        List<String> conditions() {
            return conditions;
        }
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

        /** Those that a requester's list has indexes for. */
        public static final List<Sort> OF_REQUESTER = List.of(UPDATED, NUMBER, SEVERITY);

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

        /** What comes after a ticket: each condition can be read from the order's index, and one follows the other. */
        List<After> after(TicketRow last) {
            var rank = last.severityRank();
            var updated = last.updatedAt().atOffset(ZoneOffset.UTC);
            var number = last.number();
            return switch (this) {
                case UPDATED -> List.of(new After(" and (updated_at, number) < (?, ?)", updated, number));
                case NUMBER -> List.of(new After(" and number < ?", number));
                case SEVERITY ->
                    List.of(
                            new After(
                                    " and severity_rank = ? and (updated_at, number) < (?, ?)", rank, updated, number),
                            new After(" and severity_rank > ?", rank));
                case QUEUE ->
                    List.of(new After(" and (severity_rank, updated_at, number) > (?, ?, ?)", rank, updated, number));
                case DUE ->
                    Optional.ofNullable(last.dueAt())
                            .map(due -> List.of(
                                    new After(" and (due_at, number) > (?, ?)", due.atOffset(ZoneOffset.UTC), number),
                                    new After(" and due_at is null")))
                            .orElseGet(() -> List.of(new After(" and due_at is null and number > ?", number)));
            };
        }
    }

    /** A place in a list, for SQL. */
    record After(String condition, List<Object> values) {
        static final After NOTHING = new After("");

        After(String condition, Object... values) {
            this(condition, List.of(values));
        }
    }

    public TicketQuery {
        if (page < 0 || size < 1 || size > 100) {
            throw new IllegalArgumentException("page " + page + ", size " + size);
        }
    }

    /** Of whatever organization, whoever takes part. */
    public TicketQuery(
            Optional<String> requester,
            Optional<String> assignee,
            Filter filter,
            String keyword,
            Sort sort,
            int page,
            int size) {
        this(requester, Optional.empty(), Optional.empty(), assignee, filter, keyword, sort, page, size);
    }

    /** The same from its beginning. */
    public TicketQuery firstPage() {
        return new TicketQuery(requester, participant, organization, assignee, filter, keyword, sort, 0, size);
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
