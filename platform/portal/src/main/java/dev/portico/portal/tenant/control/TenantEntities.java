package dev.portico.portal.tenant.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The one place that hands out an entity manager. The first call in a transaction names the tenant to both walls:
 * EclipseLink's tenant discriminator and PostgreSQL's row-level security. A transaction belongs to one tenant.
 */
@ApplicationScoped
public class TenantEntities {
    private static final String TENANT = TenantEntities.class.getName();

    @PersistenceContext(unitName = "portico")
    EntityManager entityManager;

    @Resource
    TransactionSynchronizationRegistry transaction;

    @Inject
    TenantContext tenants;

    /**
     * @throws IllegalStateException outside a transaction, without a tenant, or where this transaction already works
     *     for another tenant
     */
    public EntityManager manager() {
        var tenant = tenants.require().id();
        var bound = transaction.getResource(TENANT);
        if (bound == null) {
            entityManager.setProperty("eclipselink.tenant-id", tenant);
            setTenant(entityManager.unwrap(Connection.class), tenant);
            transaction.putResource(TENANT, tenant);
        } else if (!bound.equals(tenant)) {
            throw new IllegalStateException("A transaction of tenant " + bound + " was asked to work for " + tenant);
        }
        return entityManager;
    }

    /** As {@link #manager()}, for plain SQL; the transaction's, so it must not be closed. */
    public Connection connection() {
        return manager().unwrap(Connection.class);
    }

    /** Makes those who name the same thing of this tenant come one after the other, until each one's transaction ends. */
    public void lock(String name) {
        try (var statement = connection()
                .prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant') || ' ' || ?, 0))")) {
            statement.setString(1, name);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(name + " cannot be locked", e);
        }
    }

    private static void setTenant(Connection connection, String tenant) {
        try (var statement = connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
            statement.setString(1, tenant);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The tenant cannot be set", e);
        }
    }
}
