package dev.portico.portal.migration.control;

import dev.portico.portal.migration.entity.MigrationProblem;
import dev.portico.portal.migration.entity.TicketMigration;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The migrations out of the current tenant, and the tickets that stayed. */
@ApplicationScoped
public class MigrationStore {
    /** Plain SQL, since EclipseLink knows no {@code skip locked}. */
    private static final String CLAIM = "select id from ticket_migration where tenant_id = ? and state = 'RUNNING'"
            + " order by created_at limit 1 for no key update skip locked";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    public void add(TicketMigration migration) {
        entities.manager().persist(migration);
    }

    /** Newest first. */
    public List<TicketMigration> all(int most) {
        return entities.manager()
                .createQuery("select m from TicketMigration m order by m.createdAt desc, m.id", TicketMigration.class)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<TicketMigration> find(String id) {
        return Optional.ofNullable(entities.manager().find(TicketMigration.class, id));
    }

    /** Waits for a portion that is being moved. */
    public Optional<TicketMigration> lock(String id) {
        return Optional.ofNullable(entities.manager().find(TicketMigration.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** One that runs and that no other node has in hand; it is the caller's until the commit. */
    public Optional<TicketMigration> claim() {
        return claimed().flatMap(this::find);
    }

    private Optional<String> claimed() {
        var connection = entities.manager().unwrap(Connection.class);
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, tenants.require().id());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No migration can be claimed", e);
        }
    }

    /** Those who start a migration of a type come one after the other. */
    public void serialize(String type) {
        entities.lock("migration " + type);
    }

    /** Whether tickets of this type are being moved just now. */
    public boolean running(String type) {
        return entities.manager()
                        .createQuery(
                                "select count(m) from TicketMigration m where m.sourceType = :type and m.state = :state",
                                Long.class)
                        .setParameter("type", type)
                        .setParameter("state", TicketMigration.State.RUNNING)
                        .getSingleResult()
                > 0;
    }

    public void add(MigrationProblem problem) {
        entities.manager().persist(problem);
    }

    /** In the order of the tickets' numbers. */
    public List<MigrationProblem> problems(String migration, int most) {
        return entities.manager()
                .createQuery(
                        "select p from MigrationProblem p where p.migrationId = :migration order by p.ticketNumber",
                        MigrationProblem.class)
                .setParameter("migration", migration)
                .setMaxResults(most)
                .getResultList();
    }

    public long countProblems(String migration) {
        return entities.manager()
                .createQuery("select count(p) from MigrationProblem p where p.migrationId = :migration", Long.class)
                .setParameter("migration", migration)
                .getSingleResult();
    }

    public void forgetProblems(String migration) {
        entities.manager()
                .createQuery("delete from MigrationProblem p where p.migrationId = :migration")
                .setParameter("migration", migration)
                .executeUpdate();
    }
}
