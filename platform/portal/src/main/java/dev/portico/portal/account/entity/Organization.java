package dev.portico.portal.account.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The company that a customer belongs to. */
@Entity
public class Organization extends TenantOwned {
    @Id
    private String id;

    private String name;

    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    public Organization(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String to) {
        name = to;
    }
}
