package dev.portico.portal.account.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that an organization has on a list that a plugin declares, named by the organization itself. */
@Entity
@Table(name = "organization_option")
@IdClass(OrganizationOptionId.class)
public class OrganizationOption extends TenantOwned {
    @Id
    @Column(name = "organization_id")
    private String organizationId;

    @Id
    @Column(name = "plugin_id")
    private String pluginId;

    @Id
    @Column(name = "list")
    private String listId;

    @Id
    private String id;

    private @Nullable String parent;
    private String label;
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected OrganizationOption() {}

    public String listId() {
        return listId;
    }

    public String id() {
        return id;
    }

    /** Id on the parent of its list. */
    public Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    public String label() {
        return label;
    }
}
