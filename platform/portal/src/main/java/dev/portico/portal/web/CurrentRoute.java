package dev.portico.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The address of the current request, as the browser sees it. */
@RequestScoped
@Named("route")
public class CurrentRoute {
    private static final Pattern API = Pattern.compile("(/[^/]+)?/api(/.*)?");

    /** What stands before a token, and the token. */
    private static final List<Pattern> TOKENS = Stream.of(Route.values())
            .map(Route::template)
            .filter(template -> template.endsWith("/{token}"))
            .map(template -> template.replaceAll("\\{(id|number)\\}", "[^/]*").replace("{token}", ""))
            .map(before -> Pattern.compile("(?s)(/" + before + ").+"))
            .toList();

    private Area area = Area.ROOT;
    private Optional<String> realm = Optional.empty();
    private String prefix = "";
    private boolean hosted;
    private Route.@Nullable Match match;
    private String path = "/";
    private Optional<String> query = Optional.empty();

    void browser(String browserPath, @Nullable String browserQuery) {
        path = browserPath;
        query = Optional.ofNullable(browserQuery).filter(text -> !text.isEmpty());
    }

    void enter(Place place, Route.@Nullable Match found) {
        area = place.area();
        realm = place.realm();
        prefix = place.prefix();
        hosted = place.hosted();
        match = found;
    }

    public Area area() {
        return area;
    }

    /** The realm whose identities count in this request. */
    public Optional<String> realm() {
        return realm;
    }

    /** {@code /harmony}, {@code /staff}, or nothing. */
    public String prefix() {
        return prefix;
    }

    /** Whether the tenant was known by its own host name. */
    public boolean hosted() {
        return hosted;
    }

    /** Nothing where the address leads nowhere. */
    public Optional<Route> route() {
        return Optional.ofNullable(match).map(Route.Match::route);
    }

    /** Whether a failure is told to a program; an address of the API that leads nowhere is asked for by one as well. */
    boolean answersProblems() {
        return route().map(Route::answersProblems)
                .orElseGet(() -> API.matcher(path).matches());
    }

    /** Number of the ticket that the address names. */
    public long number() {
        return Long.parseLong(variable("number"));
    }

    /** Id of the mail, attachment or plugin that the address names. */
    public String id() {
        return variable("id");
    }

    /** Of the release that the address names. */
    public String digest() {
        return variable("digest");
    }

    /** What only those know who have been sent the address. */
    public String token() {
        return variable("token");
    }

    public String form() {
        return variable("form");
    }

    /** Path and query as the browser sent them; forms post back to it. */
    public String path() {
        return query.map(text -> path + "?" + text).orElse(path);
    }

    /** The path as the browser sent it. */
    public String pathWithoutQuery() {
        return path;
    }

    /** The path for a log: whoever reads it must not be able to do what those can who have been sent the address. */
    public String pathWithoutTokens() {
        var shown = path;
        for (var token : TOKENS) {
            shown = token.matcher(shown).replaceAll("$1…");
        }
        return shown;
    }

    /** Whether this is of the staff's part of the site. */
    public boolean staff() {
        return area == Area.STAFF || area == Area.STAFF_TENANT;
    }

    private String variable(String name) {
        var variables = match == null ? Map.<String, String>of() : match.variables();
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("The address has no " + name);
        }
        return value;
    }
}
