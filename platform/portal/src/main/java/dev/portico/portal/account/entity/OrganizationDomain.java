package dev.portico.portal.account.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A domain whose e-mail addresses are an organization's people's. It is one organization's. */
@Entity
@Table(name = "organization_domain")
public class OrganizationDomain extends TenantOwned {
    @Id
    private String domain;

    @Column(name = "organization_id")
    private String organizationId;

    @SuppressWarnings("NullAway.Init")
    protected OrganizationDomain() {}

    /** @param domain in lower case, as ASCII */
    public OrganizationDomain(String domain, String organizationId) {
        this.domain = domain;
        this.organizationId = organizationId;
    }

    public String domain() {
        return domain;
    }

    public String organizationId() {
        return organizationId;
    }
}
