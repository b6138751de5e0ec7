package dev.portico.portal.people.boundary;

import dev.portico.portal.people.control.PeopleFilter;
import dev.portico.portal.people.control.PeopleQuery;
import dev.portico.portal.people.control.PeopleQuery.From;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The address of a list of people or organizations. What cannot be read in an address stands at its default.
 *
 * @param organization id; empty for all
 */
record PeopleAddress(String path, PeopleFilter filter, String organization, String keyword, From from) {
    private static final int LONGEST = 200;

    static PeopleAddress of(String path, HttpServletRequest request) {
        return new PeopleAddress(
                path,
                PeopleFilter.ofCode(request.getParameter("state")),
                text(request, "organization"),
                text(request, "q"),
                from(text(request, "after"), text(request, "before")));
    }

    private static From from(String after, String before) {
        return before.isEmpty() ? new From(after, false) : new From(before, true);
    }

    private static String text(HttpServletRequest request, String name) {
        var text = Optional.ofNullable(request.getParameter(name))
                .orElse("")
                .strip()
                .replace("\0", "");
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    PeopleQuery query(int size) {
        return new PeopleQuery(keyword, filter, Optional.of(organization).filter(id -> !id.isEmpty()), from, size);
    }

    boolean narrowed() {
        return !keyword.isEmpty() || !organization.isEmpty() || filter != PeopleFilter.ALL;
    }

    String with(PeopleFilter other) {
        return new PeopleAddress(path, other, organization, keyword, From.BEGINNING).href();
    }

    String from(From other) {
        return new PeopleAddress(path, filter, organization, keyword, other).href();
    }

    private String href() {
        var parameters = new ArrayList<String>();
        add(parameters, "state", filter == PeopleFilter.ALL ? "" : filter.code());
        add(parameters, "organization", organization);
        add(parameters, "q", keyword);
        add(parameters, from.backwards() ? "before" : "after", from.id());
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
