package dev.portico.portal.ticket.control;

import dev.portico.portal.account.control.OrganizationOptionStore;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.plugin.control.TenantDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What an organization has for the menus of a desk; asks the database only for a desk that has such a menu. */
@ApplicationScoped
public class DeskOptions {
    @Inject
    OrganizationOptionStore store;

    public OrganizationOptions of(TenantDesk desk, Optional<String> organization) {
        var needed = desk.type().fields().stream()
                .anyMatch(field -> field.organizationList().isPresent());
        return organization
                .filter(id -> needed)
                .map(id -> store.find(id, desk.desk().pluginId()))
                .orElse(OrganizationOptions.NONE);
    }
}
