package dev.portico.portal.tenant.entity;

import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Base of every entity that is a tenant's content: the tenant is part of its key, and never a matter of the query. */
@MappedSuperclass
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(
        name = "tenant_id",
        contextProperty = "eclipselink.tenant-id",
        discriminatorType = DiscriminatorType.STRING,
        primaryKey = true)
public abstract class TenantOwned {}
