package dev.portico.portal.account.control;

import dev.portico.portal.account.entity.OrganizationOption;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the organizations of the current tenant have on the lists of its plugins. */
@ApplicationScoped
public class OrganizationOptionStore {
    @Inject
    TenantEntities entities;

    public OrganizationOptions find(String organization, String plugin) {
        return new OrganizationOptions(entities.manager()
                .createQuery(
                        "select o from OrganizationOption o where o.organizationId = :organization"
                                + " and o.pluginId = :plugin order by o.position, o.label, o.id",
                        OrganizationOption.class)
                .setParameter("organization", organization)
                .setParameter("plugin", plugin)
                .getResultStream()
                .map(option ->
                        new OrganizationOptions.Option(option.listId(), option.id(), option.parent(), option.label()))
                .toList());
    }
}
