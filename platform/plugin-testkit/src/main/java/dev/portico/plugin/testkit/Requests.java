package dev.portico.plugin.testkit;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.web.Person;
import dev.portico.plugin.web.Reader;
import dev.portico.plugin.web.WebRequest;
import dev.portico.plugin.web.WebRequest.Method;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes what a visitor asks: {@code Requests.of(plugin, "incident").variable("id", "7").query("page", "2").get()}. The
 * reader reads English in UTC, and nobody is logged in.
 */
public final class Requests {
    private static final URI HOME = URI.create("https://support.example.com/acme");

    private final String route;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, List<String>> form = new LinkedHashMap<>();
    private List<String> rest = List.of();
    private Reader reader = new Reader(Locale.ENGLISH, ZoneId.of("UTC"));
    private Optional<Person> person = Optional.empty();

    private Requests(String route) {
        this.route = route;
    }

    /** @throws AssertionError where the plugin declares no such route */
    public static Requests of(PluginPackage plugin, String route) {
        if (plugin.manifest().routes().stream()
                .noneMatch(declared -> declared.id().equals(route))) {
            throw new AssertionError("There is no route " + route);
        }
        return new Requests(route);
    }

    public Requests variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** What the {@code **} of the route's path stands for, decoded. */
    public Requests rest(String... segments) {
        rest = List.of(segments);
        return this;
    }

    /** One more value of that parameter. */
    public Requests query(String name, String value) {
        query.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
        return this;
    }

    /** One more value of that field. */
    public Requests field(String name, String value) {
        form.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
        return this;
    }

    public Requests reader(Locale language, ZoneId zone) {
        reader = new Reader(language, zone);
        return this;
    }

    public Requests by(Person who) {
        person = Optional.of(who);
        return this;
    }

    public WebRequest get() {
        return request(Method.GET, Map.of());
    }

    /** @param id of the form, see {@link dev.portico.plugin.web.Block.Form} */
    public WebRequest post(String id) {
        var fields = new LinkedHashMap<>(form);
        fields.put("form", List.of(id));
        return request(Method.POST, fields);
    }

    private WebRequest request(Method method, Map<String, List<String>> fields) {
        return new WebRequest(route, method, variables, rest, query, fields, reader, person, HOME);
    }
}
