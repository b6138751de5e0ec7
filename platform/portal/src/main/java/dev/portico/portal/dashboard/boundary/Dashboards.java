package dev.portico.portal.dashboard.boundary;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.control.AccountStore.Member;
import dev.portico.portal.account.control.OrganizationOptionStore;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.TenantDesks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What an organization's dashboard shows. Whoever belongs to no organization sees what is new, and no more. */
@ApplicationScoped
@Transactional
public class Dashboards {
    private static final int MOST_MEMBERS = 200;

    @Inject
    TenantDesks desks;

    @Inject
    OrganizationOptionStore options;

    @Inject
    AccountStore accounts;

    /** @param organization the organization's own name; empty where there is none */
    public record Content(
            EnabledPlugin plugin, String organization, OrganizationOptions options, List<Member> members) {}

    /** @throws dev.portico.portal.failure.PortalException where no plugin of the tenant declares a dashboard */
    public Content open(Optional<String> organization) {
        var plugin = desks.enabled().stream()
                .filter(each -> each.manifest().dashboard().isPresent())
                .findFirst()
                .orElseThrow(desks::absent);
        return organization
                .map(id -> new Content(
                        plugin,
                        accounts.organization(id).map(Organization::name).orElse(id),
                        options.find(id, plugin.manifest().id()),
                        accounts.members(id, MOST_MEMBERS)))
                .orElseGet(() -> new Content(plugin, "", OrganizationOptions.NONE, List.of()));
    }
}
