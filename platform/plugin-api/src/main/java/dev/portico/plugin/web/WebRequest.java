package dev.portico.plugin.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request for one of the plugin's routes.
 *
 * @param route id in the manifest
 * @param variables of the route's path, by name; each has 1 to 64 of {@code A–Z a–z 0–9 . _ ~ -}
 * @param rest what the {@code **} of the route's path stands for, decoded segment by segment; nothing in it has been
 *     checked
 * @param query as the browser sent it, decoded
 * @param form fields of a posted form
 * @param person who is logged in; nobody is on a public route, as a rule
 * @param home the tenant's first page with scheme and host and without a slash at the end, for addresses in documents
 * @param languages that the tenant has, its own first: for forms that ask for a text in each of them
 */
public record WebRequest(
        String route,
        Method method,
        Map<String, String> variables,
        List<String> rest,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        Reader reader,
        Optional<Person> person,
        URI home,
        List<Locale> languages) {
    /** {@code HEAD} comes as {@code GET}. */
    public enum Method {
        GET,
        POST
    }

    public WebRequest {
        languages = List.copyOf(languages);
    }

    /** Of a tenant that has the reader's language only. */
    public WebRequest(
            String route,
            Method method,
            Map<String, String> variables,
            List<String> rest,
            Map<String, List<String>> query,
            Map<String, List<String>> form,
            Reader reader,
            Optional<Person> person,
            URI home) {
        this(route, method, variables, rest, query, form, reader, person, home, List.of(reader.language()));
    }

    /** The first value of the query's parameter; empty if it is absent or blank. */
    public Optional<String> parameter(String name) {
        return first(query, name);
    }

    /** The first value of the form's field, without the space around it; empty if it is absent or blank. */
    public Optional<String> field(String name) {
        return first(form, name);
    }

    /** All values of the form's field. */
    public List<String> fields(String name) {
        return form.getOrDefault(name, List.of());
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
