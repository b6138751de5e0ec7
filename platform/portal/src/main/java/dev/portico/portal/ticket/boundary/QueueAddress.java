package dev.portico.portal.ticket.boundary;

import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address of the agents' queue. What cannot be read in an address stands at its default.
 *
 * @param mine only tickets of the agent who looks
 * @param tenant id of the one tenant to show; empty for all that are served
 * @param page from 0
 */
record QueueAddress(String path, Filter filter, boolean mine, String tenant, String keyword, Sort sort, int page) {
    static final int SIZE = 25;

    // The pages of the tenants are merged, so that a page costs the rows of all pages before it.
    static final int LAST_PAGE = 39;

    private static final int LONGEST_KEYWORD = 200;

    static QueueAddress of(String path, HttpServletRequest request, List<String> served) {
        var keyword = parameter(request, "q").strip();
        return new QueueAddress(
                path,
                ListAddress.choice(request.getParameter("status"), Filter.OPEN, Filter.class),
                parameter(request, "assignee").equals("me"),
                Optional.of(parameter(request, "tenant"))
                        .filter(served::contains)
                        .orElse(""),
                keyword.substring(0, Math.min(keyword.length(), LONGEST_KEYWORD)),
                sort(parameter(request, "sort")),
                Math.min(ListAddress.page(request.getParameter("page")), LAST_PAGE));
    }

    private static Sort sort(String name) {
        return Stream.of(Sort.UPDATED, Sort.DUE)
                .filter(sort -> ListAddress.name(sort).equals(name))
                .findFirst()
                .orElse(Sort.QUEUE);
    }

    TicketQuery query(String agent) {
        var assignee = mine ? Optional.of(agent) : Optional.<String>empty();
        return new TicketQuery(Optional.empty(), assignee, filter, keyword, sort, page, SIZE);
    }

    /** A view of the queue: its keyword and tenant stay, its page does not. */
    String view(Filter otherFilter, boolean otherMine) {
        return new QueueAddress(path, otherFilter, otherMine, tenant, keyword, sort, 0).href();
    }

    String with(Sort other) {
        return new QueueAddress(path, filter, mine, tenant, keyword, other, 0).href();
    }

    String page(int other) {
        return new QueueAddress(path, filter, mine, tenant, keyword, sort, other).href();
    }

    String withoutSearch() {
        return new QueueAddress(path, filter, mine, "", "", sort, 0).href();
    }

    String href() {
        return path + parameters();
    }

    /** For links out of the queue: the query string with which the way back finds it as it was left. */
    String asReturn() {
        var parameters = parameters();
        return parameters.isEmpty() ? "" : "?list=" + ListAddress.encode(parameters);
    }

    private String parameters() {
        var parameters = new ArrayList<String>();
        if (filter != Filter.OPEN) {
            parameters.add("status=" + ListAddress.name(filter));
        }
        if (mine) {
            parameters.add("assignee=me");
        }
        if (!tenant.isEmpty()) {
            parameters.add("tenant=" + ListAddress.encode(tenant));
        }
        if (!keyword.isEmpty()) {
            parameters.add("q=" + ListAddress.encode(keyword));
        }
        if (sort != Sort.QUEUE) {
            parameters.add("sort=" + ListAddress.name(sort));
        }
        if (page > 0) {
            parameters.add("page=" + (page + 1));
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
