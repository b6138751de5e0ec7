package dev.portico.portal.migration.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.migration.entity.TicketMigration;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.boundary.Badge;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The migrations between tenants that the administrator serves, newest first. */
@Named
@RequestScoped
public class MigrationListPage {
    @Inject
    Migrations migrations;

    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    private List<Row> rows = List.of();

    /** A migration in the list. */
    public record Row(
            String href, String from, String to, Badge badge, long moved, long total, String by, Instant at) {}

    @PostConstruct
    void load() {
        rows = served.all().stream()
                .flatMap(tenant -> tenants.within(tenant, () -> migrations.all()).stream()
                        .flatMap(migration -> row(tenant, migration)))
                .sorted(Comparator.comparing(Row::at).reversed())
                .toList();
    }

    private Stream<Row> row(Tenant from, TicketMigration migration) {
        var language = reader.get();
        return served.find(migration.way().targetTenant()).stream()
                .map(to -> new Row(
                        links.staffMigration(from.id(), migration.id()),
                        from.name(language.ui()),
                        to.name(language.ui()),
                        MigrationView.badge(migration, language, texts),
                        migration.moved(),
                        migration.total(),
                        migration.startedBy(),
                        migration.createdAt()));
    }

    public List<Row> rows() {
        return rows;
    }
}
