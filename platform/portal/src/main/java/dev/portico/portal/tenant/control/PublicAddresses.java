package dev.portico.portal.tenant.control;

import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Absolute addresses, for mails and the login provider: they hold outside of any request. */
@ApplicationScoped
public class PublicAddresses {
    private final URI portal;

    /** For the container's proxy. */
    protected PublicAddresses() {
        this(URI.create(""));
    }

    @Inject
    public PublicAddresses(@ConfigProperty(name = "portico.public-url") URI portal) {
        this.portal = portal;
    }

    public URI ticket(Tenant tenant, long number) {
        return URI.create(base(tenant) + "/tickets/" + number);
    }

    public URI staffTicket(Tenant tenant, long number) {
        return portal("/staff/" + tenant.id() + "/tickets/" + number);
    }

    /** @param path of a resource, without the API's own prefix */
    public URI api(Tenant tenant, String path) {
        return URI.create(base(tenant) + "/api/v1/" + path);
    }

    /** @param path of a page or resource of the tenant */
    public URI ofTenant(Tenant tenant, String path) {
        return URI.create(base(tenant) + path);
    }

    /** @param path from the root of the portal's own host */
    public URI portal(String path) {
        return URI.create(root() + path);
    }

    /**
     * The same installation under a tenant's own host name.
     *
     * @param path from the root of that host
     */
    public URI hosted(String host, String path) {
        return URI.create(hosted(host) + path);
    }

    private String base(Tenant tenant) {
        return tenant.host().map(this::hosted).orElseGet(() -> root() + "/" + tenant.id());
    }

    private String hosted(String host) {
        return portal.getScheme() + "://" + host + (portal.getPort() < 0 ? "" : ":" + portal.getPort());
    }

    private String root() {
        return portal.toString().replaceFirst("/+$", "");
    }
}
