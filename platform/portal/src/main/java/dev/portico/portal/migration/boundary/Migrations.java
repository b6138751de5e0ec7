package dev.portico.portal.migration.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.attachment.control.BlobStore;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.migration.control.DepartureStore;
import dev.portico.portal.migration.control.DepartureStore.Stock;
import dev.portico.portal.migration.control.Mapping;
import dev.portico.portal.migration.control.MigrationStore;
import dev.portico.portal.migration.entity.MigrationProblem;
import dev.portico.portal.migration.entity.TicketMigration;
import dev.portico.portal.migration.entity.TicketMigration.Way;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The migrations out of the current tenant, as administrators plan, start and stop them (C4). */
@ApplicationScoped
@Transactional
public class Migrations {
    /** Tickets that stayed, on a page. */
    static final int MOST_PROBLEMS = 200;

    private static final int MOST_MIGRATIONS = 100;

    @Inject
    MigrationStore store;

    @Inject
    DepartureStore departures;

    @Inject
    Audit audit;

    @Inject
    Arrivals arrivals;

    @Inject
    BlobStore blobs;

    @Inject
    TenantContext tenants;

    /** A migration with what stayed, of which there may be more than are listed. */
    public record Report(TicketMigration migration, List<MigrationProblem> problems, long stayed) {}

    public Stock stock(String type) {
        return departures.stock(type);
    }

    /** @param source a desk of the current tenant */
    public DryRun dryRun(MigrationDesk source, MigrationDesk target) {
        var type = source.desk().type().id();
        var addresses = departures.addresses(type);
        var nameless = departures.countNameless(type);
        var organizations = departures.organizations(type);
        return new DryRun(
                departures.volume(type),
                addresses.size() + nameless,
                tenants.within(target.tenant(), () -> arrivals.countKnown(addresses)),
                nameless,
                tenants.within(target.tenant(), () -> arrivals.strangers(organizations)),
                departures.files(type).stream()
                        .filter(file -> !blobs.present(source.tenant().id(), file))
                        .count(),
                left(source.desk(), target.desk()),
                empty(source.desk(), target.desk()));
    }

    private static List<Field> left(TenantDesk source, TenantDesk target) {
        return source.type().fields().stream()
                .filter(field -> field.kind().further() ? !has(target, field) : lost(target, field))
                .toList();
    }

    private static List<Field> empty(TenantDesk source, TenantDesk target) {
        return target.type().fields().stream()
                .filter(field -> field.kind().further() && field.required() && !has(source, field))
                .toList();
    }

    /** A product is told in the history where the other desk knows none. */
    private static boolean lost(TenantDesk target, Field field) {
        return field.kind() == Field.Kind.PRODUCT
                && target.type().field(Field.Kind.PRODUCT).isEmpty();
    }

    private static boolean has(TenantDesk desk, Field field) {
        return desk.type().fields().stream().anyMatch(other -> other.id().equals(field.id()));
    }

    /** Newest first. */
    public List<TicketMigration> all() {
        return store.all(MOST_MIGRATIONS);
    }

    public Optional<Report> report(String id) {
        return store.find(id)
                .map(migration -> new Report(migration, store.problems(id, MOST_PROBLEMS), store.countProblems(id)));
    }

    /** @throws PortalException a conflict where tickets of the type are being moved already */
    public TicketMigration start(Way way, Mapping mapping, String startedBy) {
        if (way.targetTenant().equals(tenants.require().id())) {
            throw PortalException.conflict("staff.migration.same", Map.of());
        }
        requireRest(way.sourceType());
        var migration = new TicketMigration(
                UUID.randomUUID().toString(),
                way,
                mapping.json(),
                departures.count(way.sourceType()),
                startedBy,
                Instant.now());
        store.add(migration);
        audit.record(
                AuditAction.MIGRATION_STARTED,
                migration.id(),
                Optional.empty(),
                List.of(
                        new Change("from", JsonValue.NULL, Json.createValue(way.sourceType())),
                        new Change("to", JsonValue.NULL, Json.createValue(way.targetTenant())),
                        new Change("mapping", JsonValue.NULL, Json.createValue(mapping.json()))));
        return migration;
    }

    /** When this returns, nothing is being moved any more. */
    public void stop(String id) {
        var migration = locked(id);
        if (migration.running()) {
            migration.stop(Instant.now());
            audit.record(AuditAction.MIGRATION_STOPPED, id, Optional.empty(), List.of());
        }
    }

    /** Comes to everything again that has not been moved. */
    public void again(String id) {
        var migration = locked(id);
        if (!migration.running()) {
            requireRest(migration.way().sourceType());
            store.forgetProblems(id);
            migration.again(departures.count(migration.way().sourceType()));
            audit.record(AuditAction.MIGRATION_RESUMED, id, Optional.empty(), List.of());
        }
    }

    private TicketMigration locked(String id) {
        return store.lock(id).orElseThrow(PortalException::notFound);
    }

    private void requireRest(String type) {
        store.serialize(type);
        if (store.running(type)) {
            throw PortalException.conflict("staff.migration.problem.running", Map.of());
        }
    }
}
