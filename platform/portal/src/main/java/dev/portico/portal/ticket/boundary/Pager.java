package dev.portico.portal.ticket.boundary;

import dev.portico.portal.ticket.control.TicketQuery;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The page numbers below a list: the first, the last and those around the current one. */
public final class Pager {
    private final int current;
    private final int last;
    private final long from;
    private final long to;
    private final long total;
    private final boolean exact;
    private final IntFunction<String> href;

    /**
     * @param exact whether there are no more than {@code total}
     * @param href address of a page, counted from 0
     */
    Pager(TicketQuery query, long total, boolean exact, IntFunction<String> href) {
        this.current = query.page();
        this.last = (int) Math.max(0, (total - 1) / query.size());
        this.from = total == 0 ? 0 : (long) query.page() * query.size() + 1;
        this.to = Math.min(total, (long) (query.page() + 1) * query.size());
        this.total = total;
        this.exact = exact;
        this.href = href;
    }

    /**
     * A page to go to.
     *
     * @param number from 1
     * @param gap whether pages before it are left out
     */
    public record PageLink(int number, String href, boolean current, boolean gap) {}

    public boolean needed() {
        return last > 0;
    }

    public List<PageLink> links() {
        return IntStream.rangeClosed(0, last)
                .filter(page -> page == 0 || page == last || Math.abs(page - current) <= 1)
                .mapToObj(page -> new PageLink(page + 1, href.apply(page), page == current, gapBefore(page)))
                .toList();
    }

    private boolean gapBefore(int page) {
        return page > 0 && (page == last && current + 2 < last || page == current - 1 && page > 1);
    }

    public boolean hasPrevious() {
        return current > 0;
    }

    public boolean hasNext() {
        return current < last;
    }

    public String previous() {
        return href.apply(current - 1);
    }

    public String next() {
        return href.apply(current + 1);
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    public boolean exact() {
        return exact;
    }

    public long total() {
        return total;
    }
}
