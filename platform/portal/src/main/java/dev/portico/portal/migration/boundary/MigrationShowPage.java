package dev.portico.portal.migration.boundary;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.migration.entity.TicketMigration;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.boundary.Badge;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How a migration goes; it can be stopped, and run again. */
@Named
@RequestScoped
public class MigrationShowPage {
    @Inject
    Migrations migrations;

    @Inject
    CurrentUser user;

    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    TenantDesks desks;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

    @Inject
    FormProblems problems;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @SuppressWarnings("NullAway.Init")
    private MigrationView view;

    private String target = "";

    @PostConstruct
    void load() {
        var report = migrations.report(route.id()).orElseThrow(PortalException::notFound);
        var way = report.migration().way();
        target = served.find(way.targetTenant())
                .orElseThrow(PortalException::notFound)
                .name(reader.get().ui());
        view = new MigrationView(report, desks.ofType(way.sourceType()), reader.get(), texts);
    }

    public void stop() throws IOException {
        migrations.stop(route.id());
        done("staff.migration.stop.done");
    }

    public void again() throws IOException {
        try {
            migrations.again(route.id());
            done("staff.migration.again.done");
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private void done(String key) throws IOException {
        notices.success(key, Map.of());
        FacesContext.getCurrentInstance().getExternalContext().redirect(route.path());
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of());
    }

    public TicketMigration migration() {
        return view.report().migration();
    }

    public String heading() {
        var from = tenants.require().name(reader.get().ui());
        return texts.text(reader.get(), "staff.migration.title", Map.of("from", from, "to", target));
    }

    public Badge badge() {
        return view.badge();
    }

    public long passed() {
        return view.passed();
    }

    public String progress() {
        return view.progress();
    }

    public List<MigrationView.Stayed> stayed() {
        return view.stayed();
    }

    public long stayedCount() {
        return view.report().stayed();
    }

    /** Whether there are more than are listed. */
    public boolean more() {
        return stayedCount() > stayed().size();
    }

    public boolean resting() {
        return !migration().running();
    }

    /** Where the script asks how far it is. */
    public String progressAddress() {
        return links.staffMigrationProgress(tenants.require().id(), route.id());
    }

    /** Whether the reader may open the tickets. */
    public boolean linked() {
        return user.has(Role.AGENT);
    }

    public String ticket(long number) {
        return links.staffTicket(tenants.require().id(), number);
    }
}
