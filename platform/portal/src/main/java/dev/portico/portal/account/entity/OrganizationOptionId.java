package dev.portico.portal.account.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of an option within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class OrganizationOptionId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String organizationId = "";
    private String pluginId = "";
    private String listId = "";
    private String id = "";

    public OrganizationOptionId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof OrganizationOptionId that
                && that.organizationId.equals(organizationId)
                && that.pluginId.equals(pluginId)
                && that.listId.equals(listId)
                && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(organizationId, pluginId, listId, id);
    }
}
