package dev.portico.portal.tenant.control;

import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Absolute addresses, for mails and the login provider: they hold outside of any request. */
@ApplicationScoped
public class PublicAddresses {
    @Inject
    @ConfigProperty(name = "portico.public-url")
    URI portal;

    public URI ticket(Tenant tenant, long number) {
        return URI.create(base(tenant) + "/tickets/" + number);
    }

    public URI staffTicket(Tenant tenant, long number) {
        return URI.create(root() + "/staff/" + tenant.id() + "/tickets/" + number);
    }

    /** @param path of a resource, without the API's own prefix */
    public URI api(Tenant tenant, String path) {
        return URI.create(base(tenant) + "/api/v1/" + path);
    }

    private String base(Tenant tenant) {
        return tenant.host()
                .map(host -> portal.getScheme() + "://" + host + (portal.getPort() < 0 ? "" : ":" + portal.getPort()))
                .orElseGet(() -> root() + "/" + tenant.id());
    }

    private String root() {
        var text = portal.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
