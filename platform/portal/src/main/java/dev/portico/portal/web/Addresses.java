package dev.portico.portal.web;

import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Address.OfStaff;
import dev.portico.plugin.web.Address.OfTenant;
import dev.portico.plugin.web.Address.Site;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What plugins' code links to, as addresses of the current tenant. */
@ApplicationScoped
public class Addresses {
    private static final Set<String> SCHEMES = Set.of("https", "mailto", "tel");
    private static final Pattern DOTS = Pattern.compile("\\.*");

    private final CurrentRoute route;
    private final PublicAddresses addresses;
    private final TenantContext tenants;

    /** For the container's proxy. */
    protected Addresses() {
        this(new CurrentRoute(), new PublicAddresses(URI.create("")), new TenantContext());
    }

    @Inject
    public Addresses(CurrentRoute route, PublicAddresses addresses, TenantContext tenants) {
        this.route = route;
        this.addresses = addresses;
        this.tenants = tenants;
    }

    /** As a page links it; empty where it must not be linked. */
    public String href(Address to) {
        if (to instanceof OfTenant own) {
            var prefix = route.area() == Area.TENANT
                    ? route.prefix()
                    : addresses.ofTenant(tenants.require(), "").toString();
            var href = prefix + relative(own.path(), own.query());
            return href.isEmpty() ? "/" : href;
        }
        return to instanceof OfStaff staff ? staff(staff) : site((Site) to);
    }

    /** With scheme and host, for mails and documents; also outside of a request. Empty as above. */
    public String absolute(Address to) {
        if (to instanceof OfTenant own) {
            return addresses
                    .ofTenant(tenants.require(), relative(own.path(), own.query()))
                    .toString();
        }
        return to instanceof OfStaff staff ? addresses.portal(staff(staff)).toString() : site((Site) to);
    }

    private String staff(OfStaff to) {
        return "/" + Tenant.STAFF + "/" + tenants.require().id() + relative(to.path(), to.query());
    }

    private static String site(Site to) {
        var scheme = to.uri().getScheme();
        return scheme != null && SCHEMES.contains(scheme) ? to.uri().toASCIIString() : "";
    }

    private static String relative(String path, Map<String, String> query) {
        var segments = Stream.of(path.split("/", -1))
                .filter(segment -> !DOTS.matcher(segment).matches())
                .map(segment -> "/" + encoded(segment).replace("+", "%20"))
                .collect(Collectors.joining());
        var parameters = new TreeMap<>(query)
                .entrySet().stream()
                        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? segments : segments + "?" + parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
