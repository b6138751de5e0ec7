package dev.portico.portal.web;

import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.web.Readers.Wishes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets the reader of the current request. */
@ApplicationScoped
public class RequestReader {
    static final String LANGUAGE = "portico-language";
    static final String ZONE = "portico-zone";

    private final Readers readers;
    private final CurrentReader reader;
    private final CurrentRoute route;

    @Inject
    public RequestReader(Site site, CurrentReader reader, CurrentRoute route) {
        this.readers = new Readers(site.pseudoLocale());
        this.reader = reader;
        this.route = route;
    }

    /** For the container's proxy. */
    protected RequestReader() {
        this(new Site(), new CurrentReader(), new CurrentRoute());
    }

    void resolve(HttpServletRequest request, Optional<Tenant> tenant, Optional<Preferences> profile) {
        var wishes = new Wishes(
                profile,
                cookie(request, LANGUAGE),
                cookie(request, ZONE),
                Optional.ofNullable(request.getHeader("Accept-Language")),
                route.route().filter(found -> found.kind() == Route.Kind.API).isPresent());
        reader.set(readers.read(wishes, tenant));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> value != null && value.length() <= 64)
                .findFirst();
    }
}
