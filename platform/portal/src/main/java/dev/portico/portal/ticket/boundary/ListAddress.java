package dev.portico.portal.ticket.boundary;

import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.TicketScope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list: whose tickets, filter, keyword, order and page. What cannot be read in an address stands at its default.
 *
 * @param scope id of one that the reader has; empty for their own
 * @param page from 0
 */
public record ListAddress(
        String path, String scope, Filter filter, String keyword, Sort sort, Sort defaultSort, int page) {
    private static final int LONGEST_KEYWORD = 200;
    private static final int LAST_PAGE = 100_000;

    /** @param scopes those that the reader has, their own first */
    static ListAddress of(String path, HttpServletRequest request, Sort defaultSort, List<TicketScope> scopes) {
        var keyword = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
        return new ListAddress(
                path,
                others(scopes, request.getParameter("scope")),
                choice(request.getParameter("status"), Filter.ALL, Filter.class),
                keyword.substring(0, Math.min(keyword.length(), LONGEST_KEYWORD)),
                sort(request.getParameter("sort"), defaultSort),
                defaultSort,
                page(request.getParameter("page")));
    }

    private static String others(List<TicketScope> scopes, @Nullable String wanted) {
        return scopes.stream()
                .skip(1)
                .map(TicketScope::id)
                .filter(id -> id.equals(wanted))
                .findFirst()
                .orElse("");
    }

    private static Sort sort(@Nullable String text, Sort otherwise) {
        return Sort.OF_REQUESTER.stream()
                .filter(sort -> name(sort).equals(text))
                .findFirst()
                .orElse(otherwise);
    }

    TicketQuery query(TicketScope whose, int size) {
        return new TicketQuery(
                whose.requester(),
                whose.participant(),
                whose.organization(),
                Optional.empty(),
                filter,
                keyword,
                sort,
                page,
                size);
    }

    /** Of those that the reader has. */
    TicketScope whose(List<TicketScope> scopes) {
        return scopes.stream()
                .filter(each -> each.id().equals(scope))
                .findFirst()
                .orElse(scopes.get(0));
    }

    /** The same filter and order for others' tickets. */
    ListAddress with(TicketScope other) {
        var id = other.kind() == TicketScope.Kind.MINE ? "" : other.id();
        return new ListAddress(path, id, filter, keyword, sort, defaultSort, 0);
    }

    ListAddress with(Filter other) {
        return new ListAddress(path, scope, other, keyword, sort, defaultSort, 0);
    }

    ListAddress with(Sort other) {
        return new ListAddress(path, scope, filter, keyword, other, defaultSort, 0);
    }

    ListAddress withKeyword(String other) {
        return new ListAddress(path, scope, filter, other, sort, defaultSort, 0);
    }

    /** The same list from its beginning, somewhere else. */
    ListAddress at(String otherPath) {
        return new ListAddress(otherPath, scope, filter, keyword, sort, defaultSort, 0);
    }

    String page(int other) {
        return new ListAddress(path, scope, filter, keyword, sort, defaultSort, other).href();
    }

    String href() {
        return path + parameters();
    }

    /** For links out of the list: the query string with which the way back finds the list as it was left. */
    String asReturn() {
        var parameters = parameters();
        return parameters.isEmpty() ? "" : "?list=" + encode(parameters);
    }

    private String parameters() {
        var parameters = new ArrayList<String>();
        if (!scope.isEmpty()) {
            parameters.add("scope=" + encode(scope));
        }
        if (filter != Filter.ALL) {
            parameters.add("status=" + name(filter));
        }
        if (!keyword.isEmpty()) {
            parameters.add("q=" + encode(keyword));
        }
        if (sort != defaultSort) {
            parameters.add("sort=" + name(sort));
        }
        if (page > 0) {
            parameters.add("page=" + (page + 1));
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static int page(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(text) - 1, LAST_PAGE) : 0;
    }

    static <E extends Enum<E>> E choice(@Nullable String text, E otherwise, Class<E> choices) {
        for (var choice : choices.getEnumConstants()) {
            if (name(choice).equals(text)) {
                return choice;
            }
        }
        return otherwise;
    }
}
