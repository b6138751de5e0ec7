package dev.portico.portal.extension.boundary;

import dev.portico.plugin.manifest.PluginRoute.Access;
import dev.portico.plugin.web.Person;
import dev.portico.plugin.web.Reader;
import dev.portico.plugin.web.WebRequest;
import dev.portico.plugin.web.WebRequest.Method;
import dev.portico.portal.extension.control.ClaimedRoute;
import dev.portico.portal.extension.control.Decoding;
import dev.portico.portal.extension.control.Decoding.Malformed;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.FormSeal;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of the current request what a plugin is asked. */
@RequestScoped
public class RequestReading {
    private static final int MOST_KILOBYTES = 64;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SEAL = "account";

    @Inject
    CurrentReader reader;

    @Inject
    CurrentUser user;

    @Inject
    FormSeal seal;

    @Inject
    TenantContext tenants;

    @Inject
    PublicAddresses addresses;

    /**
     * @throws Malformed where it cannot be read
     * @throws PortalException where the form is too large, or was not made by us for the person who is logged in
     */
    WebRequest read(HttpServletRequest request, ClaimedRoute claimed) throws Malformed, IOException {
        var posted = request.getMethod().equals("POST");
        var query = Optional.ofNullable(request.getQueryString()).orElse("");
        return new WebRequest(
                claimed.route().id(),
                posted ? Method.POST : Method.GET,
                claimed.match().variables(),
                rest(claimed),
                fixed(Decoding.fields(query.getBytes(StandardCharsets.ISO_8859_1))),
                posted ? form(request, claimed) : Map.of(),
                new Reader(reader.get().ui(), reader.get().formats().zone()),
                person(claimed),
                addresses.ofTenant(tenants.require(), ""),
                languages());
    }

    /** Its own first, then in the order in which they are offered. */
    private List<Locale> languages() {
        var tenant = tenants.require();
        return Stream.concat(Stream.of(tenant.defaultLanguage()), tenant.languages().stream())
                .distinct()
                .toList();
    }

    private static List<String> rest(ClaimedRoute claimed) throws Malformed {
        var rest = new ArrayList<String>();
        for (var segment : claimed.match().rest()) {
            rest.add(Decoding.segment(segment));
        }
        return List.copyOf(rest);
    }

    private Map<String, List<String>> form(HttpServletRequest request, ClaimedRoute claimed)
            throws Malformed, IOException {
        var type = Optional.ofNullable(request.getContentType()).orElse(FORM);
        if (!type.split(";", -1)[0].strip().equalsIgnoreCase(FORM)) {
            throw new Malformed("It is no form");
        }
        var content = request.getInputStream().readNBytes(MOST_KILOBYTES * 1024 + 1);
        if (content.length > MOST_KILOBYTES * 1024) {
            throw PortalException.tooLarge("failure.too-large", Map.of("limit", MOST_KILOBYTES));
        }
        var form = Decoding.fields(content);
        var proof = Optional.ofNullable(form.remove(SEAL))
                .flatMap(values -> values.stream().findFirst());
        if (claimed.route().access() != Access.PUBLIC && !seal.isOfUser(proof.orElse(""))) {
            throw PortalException.forbidden();
        }
        return fixed(form);
    }

    /** Nobody on a public route: what it answers is for everybody, and may be kept by anybody. */
    private Optional<Person> person(ClaimedRoute claimed) {
        return user.membership()
                .filter(member -> claimed.route().access() != Access.PUBLIC)
                .map(member -> new Person(member.subject(), member.name(), member.email()));
    }

    private static Map<String, List<String>> fixed(Map<String, List<String>> fields) {
        var fixed = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> fixed.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(fixed);
    }
}
