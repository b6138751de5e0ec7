package dev.portico.systemstatus;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.WebHandler;
import dev.portico.plugin.web.WebRequest;
import dev.portico.systemstatus.json.StatuspageApi;
import dev.portico.systemstatus.staff.ComponentPage;
import dev.portico.systemstatus.staff.ComponentsPage;
import dev.portico.systemstatus.staff.DeskPage;
import dev.portico.systemstatus.staff.EditIncidentPage;
import dev.portico.systemstatus.staff.NewIncidentPage;
import dev.portico.systemstatus.web.HistoryPage;
import dev.portico.systemstatus.web.IncidentPage;
import dev.portico.systemstatus.web.MaintenancePage;
import dev.portico.systemstatus.web.StatusPage;
import dev.portico.systemstatus.web.UptimePage;
import dev.portico.systemstatus.web.Visit;
import java.time.Clock;
import org.pf4j.Extension;

/** Answers the routes of the manifest. */
@Extension
public class StatusSite implements WebHandler {
    private final Clock clock;

    public StatusSite() {
        this(Clock.systemUTC());
    }

    StatusSite(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Answer answer(TenantView tenant, WebRequest request) {
        var visit = new Visit(tenant, request, clock.instant());
        return switch (request.route()) {
            case "status" -> StatusPage.answer(visit);
            case "incident" -> IncidentPage.answer(visit);
            case "maintenance" -> MaintenancePage.answer(visit);
            case "history" -> HistoryPage.answer(visit);
            case "uptime" -> UptimePage.answer(visit);
            case "desk" -> DeskPage.answer(visit);
            case "new-incident" -> NewIncidentPage.answer(visit, false);
            case "new-maintenance" -> NewIncidentPage.answer(visit, true);
            case "edit" -> EditIncidentPage.answer(visit);
            case "components" -> ComponentsPage.answer(visit);
            case "component" -> ComponentPage.answer(visit);
            case "api" -> StatuspageApi.answer(tenant, request);
            default -> new Answer.Absent();
        };
    }
}
