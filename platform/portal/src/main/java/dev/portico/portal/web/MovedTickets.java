package dev.portico.portal.web;

import dev.portico.portal.failure.MovedException;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leads from the address of a ticket to the same thing of the ticket that continues it (C4). */
@ApplicationScoped
public class MovedTickets {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern TICKET = Pattern.compile("(/api/v1)?/tickets/[0-9]+(/.*)?$");

    @Inject
    CurrentRoute route;

    @Inject
    PublicAddresses addresses;

    @Inject
    TenantDirectory directory;

    /** Where to go instead; empty where something else has happened, or where more was wanted than to read. */
    public Optional<URI> address(String method, @Nullable Throwable thrown) {
        return MovedException.in(thrown)
                .filter(moved -> READING.contains(method))
                .flatMap(moved -> directory.byId(moved.tenant()).flatMap(tenant -> address(tenant, moved.number())));
    }

    private Optional<URI> address(Tenant tenant, long number) {
        var here = TICKET.matcher(route.pathWithoutQuery());
        if (!here.find()) {
            return Optional.empty();
        }
        var api = Optional.ofNullable(here.group(1)).orElse("");
        var part = Optional.ofNullable(here.group(2)).orElse("");
        var path = api + "/tickets/" + number + part;
        return Optional.of(
                route.staff()
                        ? addresses.portal("/" + Tenant.STAFF + "/" + tenant.id() + path)
                        : addresses.ofTenant(tenant, path));
    }
}
